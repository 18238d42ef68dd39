/** The person's passkeys. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFrozen } from "@/api/hooks";
import type { TwoFactor } from "@/api/types";
import { factorsOf } from "@/lib/factors";
import { useDialog } from "@/lib/use-dialog";
import { words } from "@/lib/words";
import { Help } from "@/ui/help";
import { Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { FactorDialogs, type OpenDialog, removalDialog } from "./factor-dialogs";
import { PasskeyItem } from "./passkey-item";
import { removalOf, whyItStays } from "./removal";
import classes from "./security.module.css";

const say = words("security");

const LIMIT = 10;

export function Passkeys({ twoFactor }: { twoFactor: TwoFactor }) {
  const { passkeys } = twoFactor;
  const { open, setOpen, done, close } = useDialog<OpenDialog>();
  const frozen = useFrozen();
  const removal = removalOf(twoFactor);
  const offered = factorsOf(twoFactor.offers).includes("passkey");
  if (!offered && passkeys.length === 0) return null;

  return (
    <Section
      title={say("passkeys")}
      id="passkeys"
      aside={
        offered &&
        !frozen &&
        passkeys.length < LIMIT && (
          <Button component={Link} to="/security/passkeys/new" variant="default" size="sm">
            {say("passkeys.add")}
          </Button>
        )
      }
    >
      <Spoken>{done}</Spoken>
      {passkeys.length === 0 && <p className={quiet.text}>{say("passkeys.none")}</p>}
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
      {!offered && <p className={quiet.text}>{say("passkeys.no-new")}</p>}
      {passkeys.length >= LIMIT && <p className={quiet.text}>{say("passkeys.most")}</p>}
      {removal === "never" && !frozen && passkeys.length > 0 && (
        <p className={quiet.text}>{say(`passkeys.stays-${whyItStays(twoFactor)}`)}</p>
      )}
      <Help topics={["passkey"]} />
      <FactorDialogs of="passkey" twoFactor={twoFactor} open={open} setOpen={setOpen} close={close} />
    </Section>
  );
}
