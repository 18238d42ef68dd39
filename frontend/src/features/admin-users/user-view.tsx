/** A user's page, once the user is known: its sections, and the dialog that is open. */
import type { ListedUser } from "@/api/types";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import { Outcome } from "@/ui/outcome";
import { Page } from "@/ui/page";
import { Access } from "./access";
import { Account } from "./account";
import { sendInvitation, useUserChange } from "./changes";
import { ConfirmDialog } from "./confirm-dialog";
import { DeadlineDialog } from "./deadline-dialog";
import { Invitation } from "./invitation";
import { barTo, linkedDialogs } from "./obstacles";
import { PassDialog } from "./pass-dialog";
import { RemindDialog } from "./remind-dialog";
import { Requirement } from "./requirement";
import { ResetDialog } from "./reset-dialog";
import { RevokeDialog } from "./revoke-dialog";
import { RolesDialog } from "./roles-dialog";
import { SecondFactor } from "./second-factor";
import { type OpenDialog, useStanding } from "./use-standing";
import { UserSigns } from "./user-signs";
import { isConfirmation } from "./words";

const say = words("admin-users-one");

export function UserView({ user }: { user: ListedUser }) {
  const standing = useStanding(user);
  const linked = standing ? linkedDialogs(standing) : [];
  const { open, setOpen, done, close } = useLinkedDialog<string, OpenDialog>(linked);
  const sending = useUserChange(sendInvitation);
  if (!standing) return null;
  const bar = barTo(standing);
  const sendAgain = () => {
    if (sending.isPending) return;
    close();
    sending.mutate(user.id, { onSuccess: () => close(say("link.done", { email: user.email })) });
  };
  const actions = { standing, onOpen: bar ? undefined : setOpen };

  return (
    <Page title={user.displayName} sign={<UserSigns user={user} />}>
      <Outcome>{done}</Outcome>
      {user.frozen && <Message tone="warn">{say("frozen")}</Message>}
      {bar && <Message tone="info">{say(`bar.${bar}`)}</Message>}
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
