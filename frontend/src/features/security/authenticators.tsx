/** The person's authenticators. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Authenticator, TwoFactor } from "@/api/types";
import { lengthsOf } from "@/lib/code-input";
import { useDialog } from "@/lib/use-dialog";
import { Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import { Empty } from "@/ui/states";
import { AuthenticatorItem } from "./authenticator-item";
import { RemoveDialog } from "./remove-dialog";
import { RenameAuthenticator } from "./rename-authenticator";
import classes from "./security.module.css";
import { TurnOffDialog } from "./turn-off-dialog";

const LIMIT = 5;

type Open = { dialog: "rename" | "remove"; authenticator: Authenticator } | { dialog: "turnOff" };

export function Authenticators({ twoFactor }: { twoFactor: TwoFactor }) {
  const { authenticators, canDisable, mode } = twoFactor;
  const { open, setOpen, done, close } = useDialog<Open>();
  const only = authenticators.length === 1;

  return (
    <Section
      title="Authenticators"
      id="authenticators"
      aside={
        authenticators.length > 0 &&
        authenticators.length < LIMIT && (
          <Button component={Link} to="/security/authenticators/new" variant="default" size="sm">
            Add an authenticator
          </Button>
        )
      }
    >
      <Spoken>{done}</Spoken>
      {authenticators.length === 0 && <Empty>You have no authenticator app set up.</Empty>}
      {authenticators.length > 0 && (
        <ul className={classes.list}>
          {authenticators.map((authenticator) => (
            <AuthenticatorItem
              key={authenticator.id}
              authenticator={authenticator}
              removable={!only || canDisable}
              onRename={() => setOpen({ dialog: "rename", authenticator })}
              onRemove={() => setOpen(only ? { dialog: "turnOff" } : { dialog: "remove", authenticator })}
            />
          ))}
        </ul>
      )}
      {authenticators.length >= LIMIT && (
        <p className={classes.quiet}>Five authenticators are the most you can have.</p>
      )}
      {only && !canDisable && (
        <p className={classes.quiet}>
          Your organization requires two-factor authentication, so your only authenticator can be replaced,
          not removed.
        </p>
      )}
      {open?.dialog === "rename" && (
        <RenameAuthenticator authenticator={open.authenticator} onClose={close} />
      )}
      {open?.dialog === "remove" && <RemoveDialog authenticator={open.authenticator} onClose={close} />}
      {open?.dialog === "turnOff" && (
        <TurnOffDialog
          intro="This is your only authenticator: it cannot be removed by itself."
          suspended={mode === "off"}
          codeLengths={lengthsOf(authenticators)}
          onClose={() => close()}
        />
      )}
    </Section>
  );
}
