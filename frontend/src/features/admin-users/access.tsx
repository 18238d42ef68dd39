/** Freeze, password, sessions, single sign-on and suspension. */
import { words } from "@/lib/words";
import { Section } from "@/ui/page";
import { ActionRow } from "./action-row";
import { canBeMailedALink } from "./obstacles";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

const say = words("admin-users-one");

export function Access({ standing: { caller, target }, onOpen }: SectionProps) {
  if (!onOpen || !caller.permissions.includes("users.write")) return null;
  const { displayName: name, suspended, frozen, loginMethods } = target;
  // Without a password, it is the only way in.
  const disconnectable = loginMethods.includes("singleSignOn") && loginMethods.length > 1;
  const change = suspended ? "restore" : "suspend";
  return (
    <Section title={say("access")}>
      <ul className={classes.actions}>
        {frozen && (
          <ActionRow title={say("unfreeze")} label={say("unfreeze.order")} onClick={() => onOpen("unfreeze")}>
            {say("unfreeze.purpose", { name })}
          </ActionRow>
        )}
        {canBeMailedALink(target) && (
          <ActionRow
            title={say("newPassword")}
            label={say("newPassword.order")}
            onClick={() => onOpen("newPassword")}
          >
            {say("newPassword.purpose", { name })}
          </ActionRow>
        )}
        {!suspended && (
          <ActionRow title={say("signOut")} label={say("signOut.order")} onClick={() => onOpen("signOut")}>
            {say("signOut.purpose", { name })}
          </ActionRow>
        )}
        {disconnectable && (
          <ActionRow
            title={say("disconnect")}
            label={say("disconnect.order")}
            onClick={() => onOpen("disconnect")}
          >
            {say("disconnect.purpose", { name })}
          </ActionRow>
        )}
        <ActionRow
          title={say(change)}
          label={say(`${change}.order`)}
          grave={change === "suspend"}
          onClick={() => onOpen(change)}
        >
          {say(`${change}.purpose`, { name })}
        </ActionRow>
      </ul>
    </Section>
  );
}
