/** A user's page, once the user is known: its sections, and the dialog that is open. */
import type { ListedUser } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { Done, Message } from "@/ui/message";
import { Page } from "@/ui/page";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { Access } from "./access";
import { Account } from "./account";
import { sendInvitation, useUserChange } from "./changes";
import { ConfirmDialog } from "./confirm-dialog";
import { DeadlineDialog } from "./deadline-dialog";
import { Invitation } from "./invitation";
import { hasNoPassword, isDead, linkInWords } from "./invite-words";
import { barTo } from "./obstacles";
import { PassDialog } from "./pass-dialog";
import { RemindDialog } from "./remind-dialog";
import { Requirement } from "./requirement";
import { ResetDialog } from "./reset-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { RolesDialog } from "./roles-dialog";
import { SecondFactor } from "./second-factor";
import { type OpenDialog, useStanding } from "./use-standing";
import { barWords, isConfirmation } from "./words";

export function UserView({ user }: { user: ListedUser }) {
  const { open, setOpen, done, close } = useDialog<OpenDialog>();
  const standing = useStanding(user);
  const sending = useUserChange(sendInvitation);
  if (!standing) return null;
  const bar = barTo(standing);
  const sendAgain = () => {
    if (sending.isPending) return;
    close();
    sending.mutate(user.id, { onSuccess: () => close(`A new link is on its way to ${user.email}.`) });
  };
  const actions = { standing, onOpen: bar ? undefined : setOpen };

  return (
    <Page title={user.displayName} sign={<Signs user={user} />}>
      <Done>{done}</Done>
      {user.frozen && (
        <Message tone="warn">
          Frozen: the owner got a mail about this account, and said that it was not them.
        </Message>
      )}
      {bar && <Message tone="info">{barWords[bar]}</Message>}
      <Account {...actions} />
      {user.activated && <SecondFactor {...actions} />}
      {!user.activated && user.imported && <SecondFactor {...actions} onOpen={undefined} />}
      {!user.activated && (
        <Invitation
          {...actions}
          sending={sending.isPending}
          failure={sending.error}
          onSendAgain={sendAgain}
        />
      )}
      <Requirement {...actions} />
      {!bar && (user.activated || user.suspended) && <Access {...actions} />}
      {open === "roles" && <RolesDialog user={user} onClose={close} />}
      {open === "deadline" && <DeadlineDialog user={user} onClose={close} />}
      {open === "remind" && <RemindDialog user={user} onClose={close} />}
      {open === "reset" && (
        <ResetDialog user={user} withCode={standing.policy?.resetProof !== "none"} onClose={close} />
      )}
      {open === "pass" && (
        <PassDialog
          user={user}
          maxMinutes={standing.policy?.temporaryPass.maxMinutes ?? 60}
          onClose={close}
        />
      )}
      {open === "revoke" && <RevokeDialog user={user} onClose={() => close()} />}
      {isConfirmation(open) && <ConfirmDialog kind={open} user={user} onClose={close} />}
    </Page>
  );
}

function Signs({ user }: { user: ListedUser }) {
  const { twoFactor, suspended, frozen, activated } = user;
  return (
    <>
      {twoFactor.state !== "notEnabled" && <TwoKeys />}
      {suspended && <Tag tone="bad">Suspended</Tag>}
      {frozen && <Tag tone="warn">Frozen</Tag>}
      {!activated && hasNoPassword(user) && <Tag tone="info">Imported, no password yet</Tag>}
      {!activated && !hasNoPassword(user) && (
        <Tag tone={isDead(user) ? "warn" : "info"}>Invited, {linkInWords(user)}</Tag>
      )}
    </>
  );
}
