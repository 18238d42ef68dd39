/** Asks before an invitation is taken back: the account goes with it. */
import { useNavigate } from "@tanstack/react-router";
import type { ListedUser } from "@/api/types";
import { QuestionDialog } from "@/ui/question-dialog";
import { useRevocation } from "./changes";
import { refusalInWords } from "./words";

export function RevokeDialog({ user: { id, email }, onClose }: { user: ListedUser; onClose: () => void }) {
  const navigate = useNavigate();
  const revocation = useRevocation(() =>
    navigate({
      to: "/admin/users",
      state: { done: `The invitation of ${email} is revoked.` },
      replace: true,
    }),
  );
  return (
    <QuestionDialog
      title={`Revoke the invitation of ${email}?`}
      action="Revoke invitation"
      refusal={refusalInWords(revocation.error)}
      busy={revocation.isPending}
      onAct={() => revocation.mutate(id)}
      onClose={onClose}
    >
      <p>The link that was mailed stops working, and the account is removed from the list.</p>
      <p>You can invite {email} again at any time.</p>
    </QuestionDialog>
  );
}
