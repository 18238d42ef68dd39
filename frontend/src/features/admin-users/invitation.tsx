/** Of somebody who has not activated their account: how long they still can, another mail, and the way back. */
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { Fact, Facts } from "@/ui/facts";
import { Failure } from "@/ui/message";
import { Section } from "@/ui/page";
import { When } from "@/ui/when";
import { ActionRow } from "./action-row";
import { hasNoPassword, isDead, removalOf } from "./invitation-words";
import type { SectionProps } from "./use-standing";
import classes from "./user.module.css";

const say = words("admin-users-one");

interface Props extends SectionProps {
  onSendAgain: () => void;
  sending: boolean;
  failure: unknown;
}

export function Invitation({ standing: { caller, target }, onOpen, onSendAgain, sending, failure }: Props) {
  const { email, invitation } = target;
  const dead = isDead(target);
  const uninvited = hasNoPassword(target);
  const linkPurpose = uninvited ? "link.purpose-first" : dead ? "link.purpose" : "link.purpose-again";
  return (
    <Section title={say("invitation")}>
      <Failure message={describe(failure)} />
      {uninvited ? (
        <p>{say("invitation.none")}</p>
      ) : (
        <Facts>
          <Fact name={say("invitation.sent")}>{invitation ? <When at={invitation.sentAt} /> : "—"}</Fact>
          <Fact name={dead ? say("invitation.expired") : say("invitation.good-until")}>
            {invitation ? <When at={invitation.expiresAt} /> : "—"}
          </Fact>
        </Facts>
      )}
      {onOpen && caller.permissions.includes("users.write") && (
        <ul className={classes.actions}>
          <ActionRow
            title={say(uninvited ? "invitation" : "link")}
            label={uninvited ? say("link.first") : say("link.again")}
            loading={sending}
            onClick={onSendAgain}
          >
            {say(linkPurpose, { email })}
          </ActionRow>
          {uninvited ? (
            <ActionRow
              grave
              title={say("remove")}
              label={say("remove.order")}
              onClick={() => onOpen("revoke")}
            >
              {say(removalOf(target))}
            </ActionRow>
          ) : (
            <ActionRow
              grave
              title={say("revoke")}
              label={say("revoke.order")}
              onClick={() => onOpen("revoke")}
            >
              {say("revoke.purpose")}
            </ActionRow>
          )}
        </ul>
      )}
    </Section>
  );
}
