/** Asks before an invitation is taken back: the account goes with it. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { useRevocation } from "./changes";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

export function RevokeDialog({ user: { id, email }, onClose }: { user: ListedUser; onClose: () => void }) {
  const navigate = useNavigate();
  const { list = {} } = useLocation().state;
  const revocation = useRevocation(() =>
    navigate({
      to: "/admin/users",
      search: list,
      state: { done: say("revoke.done", { email }) },
      replace: true,
    }),
  );
  return (
    <QuestionDialog
      title={say("revoke.title", { email })}
      action={say("revoke.action")}
      refusal={refusalInWords(revocation.error)}
      busy={revocation.isPending}
      onAct={() => revocation.mutate(id)}
      onClose={onClose}
    >
      <p>{say("revoke.text")}</p>
      <p>{say("revoke.again", { email })}</p>
    </QuestionDialog>
  );
}
