/** Of somebody who has not activated their account: how long they still can, another mail, and the way back. */
import { describe } from "@/api/messages";
import { Fact, Facts } from "@/ui/facts";
import { Failure } from "@/ui/message";
import { Section } from "@/ui/page";
import { When } from "@/ui/when";
import { ActionRow } from "./action-row";
import { hasNoPassword, isDead } from "./invite-words";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

interface Props extends SectionProps {
  onSendAgain: () => void;
  sending: boolean;
  failure: unknown;
}

export function Invitation({ standing: { caller, target }, onOpen, onSendAgain, sending, failure }: Props) {
  const { email, invitation } = target;
  const dead = isDead(target);
  const uninvited = hasNoPassword(target);
  return (
    <Section title="Invitation">
      <Failure message={describe(failure)} />
      {uninvited ? (
        <p>They came without a password, and choose one by “Forgot your password?” where one signs in.</p>
      ) : (
        <Facts>
          <Fact name="Sent">{invitation ? <When at={invitation.sentAt} /> : "—"}</Fact>
          <Fact name={dead ? "Link expired" : "Link good until"}>
            {invitation ? <When at={invitation.expiresAt} /> : "—"}
          </Fact>
        </Facts>
      )}
      {onOpen && caller.permissions.includes("users.write") && (
        <ul className={classes.actions}>
          <ActionRow
            title="New link"
            label={uninvited ? "Send an invitation" : "Send again"}
            loading={sending}
            onClick={onSendAgain}
          >
            {dead || uninvited
              ? `Mails a new link to ${email}.`
              : `Mails a new link to ${email}; the one from before stops working.`}
          </ActionRow>
          <ActionRow title="Take it back" label="Revoke invitation…" onClick={() => onOpen("revoke")}>
            The link stops working, and the account is removed. The address can be invited again.
          </ActionRow>
        </ul>
      )}
    </Section>
  );
}
