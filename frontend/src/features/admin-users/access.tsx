/** Freeze, password, sessions, single sign-on and suspension. */
import { Section } from "@/ui/page";
import { ActionRow } from "./action-row";
import { canBeMailedALink } from "./obstacles";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

export function Access({ standing: { caller, target }, onOpen }: SectionProps) {
  if (!onOpen || !caller.permissions.includes("users.write")) return null;
  const { displayName: name, suspended, frozen, loginMethods } = target;
  // Without a password, it is the only way in.
  const disconnectable = loginMethods.includes("singleSignOn") && loginMethods.length > 1;
  return (
    <Section title="Access">
      <ul className={classes.actions}>
        {frozen && (
          <ActionRow title="Freeze" label="Lift the freeze…" onClick={() => onOpen("unfreeze")}>
            {name} cannot change anything about the account until you have put things right together.
          </ActionRow>
        )}
        {canBeMailedALink(target) && (
          <ActionRow title="Password" label="Mail a link…" onClick={() => onOpen("newPassword")}>
            For a password that {name} has forgotten, or that somebody else may know.
          </ActionRow>
        )}
        {!suspended && (
          <ActionRow title="Sessions" label="Sign out everywhere…" onClick={() => onOpen("signOut")}>
            Ends every session of {name}, on every device.
          </ActionRow>
        )}
        {disconnectable && (
          <ActionRow title="Single sign-on" label="Disconnect…" onClick={() => onOpen("disconnect")}>
            For an account at a provider that is not, or no longer, in the hands of {name}.
          </ActionRow>
        )}
        <ActionRow
          title="Suspension"
          label={suspended ? "Restore…" : "Suspend…"}
          onClick={() => onOpen(suspended ? "restore" : "suspend")}
        >
          {suspended
            ? `${name} cannot sign in until the account is restored.`
            : `For somebody who has left or whose account is in danger: ${name} cannot sign in until the account is restored.`}
        </ActionRow>
      </ul>
    </Section>
  );
}
