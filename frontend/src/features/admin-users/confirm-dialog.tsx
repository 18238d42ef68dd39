/** Asks before somebody is suspended, restored, unfrozen, mailed a link, signed out or disconnected, with the consequence in view. */
import type { ListedUser } from "@/api/types";
import { QuestionDialog } from "@/ui/question-dialog";
import {
  disconnectIdentities,
  restore,
  sendPasswordReset,
  signOutEverywhere,
  suspend,
  unfreeze,
  useUserChange,
} from "./changes";
import { type Confirmation, confirmationWords, refusalInWords } from "./words";

const changes: Record<Confirmation, (id: string) => Promise<void>> = {
  suspend,
  restore,
  unfreeze,
  newPassword: sendPasswordReset,
  signOut: signOutEverywhere,
  disconnect: disconnectIdentities,
};

interface Props {
  kind: Confirmation;
  user: ListedUser;
  onClose: (done?: string) => void;
}

export function ConfirmDialog({ kind, user: { id, displayName }, onClose }: Props) {
  const { title, consequences, confirm, grave, done } = confirmationWords(kind, displayName);
  const change = useUserChange(changes[kind]);
  return (
    <QuestionDialog
      title={title}
      action={confirm}
      grave={grave}
      refusal={refusalInWords(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: () => onClose(done) })}
      onClose={() => onClose()}
    >
      {consequences.map((consequence) => (
        <p key={consequence}>{consequence}</p>
      ))}
    </QuestionDialog>
  );
}
