/** The person's authenticators. */
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
import { Empty } from "@/ui/states";
import { AuthenticatorItem } from "./authenticator-item";
import { FactorDialogs, type OpenDialog, removalDialog } from "./factor-dialogs";
import { removalOf, whyItStays } from "./removal";
import classes from "./security.module.css";

const say = words("security");

const LIMIT = 5;

export function Authenticators({ twoFactor }: { twoFactor: TwoFactor }) {
  const { authenticators } = twoFactor;
  const { open, setOpen, done, close } = useDialog<OpenDialog>();
  const frozen = useFrozen();
  const removal = removalOf(twoFactor);
  const offered = factorsOf(twoFactor.offers).includes("totp");
  if (!offered && authenticators.length === 0) return null;

  return (
    <Section
      title={say("authenticators")}
      id="authenticators"
      aside={
        offered &&
        !frozen &&
        authenticators.length < LIMIT && (
          <Button component={Link} to="/security/authenticators/new" variant="default" size="sm">
            {say("authenticators.add")}
          </Button>
        )
      }
    >
      <Spoken>{done}</Spoken>
      {authenticators.length === 0 && <Empty>{say("authenticators.none")}</Empty>}
      {authenticators.length > 0 && (
        <ul className={classes.list}>
          {authenticators.map((authenticator) => (
            <AuthenticatorItem
              key={authenticator.id}
              authenticator={authenticator}
              removable={removal !== "never"}
              onRename={() => setOpen({ dialog: "rename", factor: authenticator })}
              onRemove={() => setOpen(removalDialog(twoFactor, authenticator))}
            />
          ))}
        </ul>
      )}
      {authenticators.length >= LIMIT && <p className={quiet.text}>{say("authenticators.most")}</p>}
      {removal === "never" && !frozen && authenticators.length > 0 && (
        <p className={quiet.text}>{say(`authenticators.stays-${whyItStays(twoFactor)}`)}</p>
      )}
      <Help topics={authenticators.length > 0 ? ["new-phone", "lost-phone"] : ["app", "which-app"]} />
      <FactorDialogs of="totp" twoFactor={twoFactor} open={open} setOpen={setOpen} close={close} />
    </Section>
  );
}
