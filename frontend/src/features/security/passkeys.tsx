/** The person's passkeys. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TwoFactor } from "@/api/types";
import { factorsOf } from "@/lib/factors";
import { useDialog } from "@/lib/use-dialog";
import { Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import { FactorDialogs, type OpenDialog, removalDialog } from "./factor-dialogs";
import { PasskeyItem } from "./passkey-item";
import { removalOf, whyItStays } from "./removal";
import classes from "./security.module.css";

const LIMIT = 10;

export function Passkeys({ twoFactor }: { twoFactor: TwoFactor }) {
  const { passkeys } = twoFactor;
  const { open, setOpen, done, close } = useDialog<OpenDialog>();
  const removal = removalOf(twoFactor);
  const offered = factorsOf(twoFactor.offers).includes("passkey");
  if (!offered && passkeys.length === 0) return null;

  return (
    <Section
      title="Passkeys"
      id="passkeys"
      aside={
        offered &&
        passkeys.length < LIMIT && (
          <Button component={Link} to="/security/passkeys/new" variant="default" size="sm">
            Add a passkey
          </Button>
        )
      }
    >
      <Spoken>{done}</Spoken>
      {passkeys.length === 0 && (
        <p className={classes.quiet}>
          You have none yet. A passkey is your fingerprint, face or screen lock: nothing to type, and no false
          page can get it from you.
        </p>
      )}
      {passkeys.length > 0 && (
        <ul className={classes.list}>
          {passkeys.map((passkey) => (
            <PasskeyItem
              key={passkey.id}
              passkey={passkey}
              removable={removal !== "never"}
              onRename={() => setOpen({ dialog: "rename", factor: passkey })}
              onRemove={() => setOpen(removalDialog(twoFactor, passkey))}
            />
          ))}
        </ul>
      )}
      {!offered && <p className={classes.quiet}>Your organization takes no new passkeys at the moment.</p>}
      {passkeys.length >= LIMIT && <p className={classes.quiet}>Ten passkeys are the most you can have.</p>}
      {removal === "never" && passkeys.length > 0 && (
        <p className={classes.quiet}>
          {whyItStays(twoFactor)}. To remove your only passkey, add another one first.
        </p>
      )}
      <FactorDialogs of="passkey" twoFactor={twoFactor} open={open} setOpen={setOpen} close={close} />
    </Section>
  );
}
