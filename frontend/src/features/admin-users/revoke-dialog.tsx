/** Asks before an invitation is taken back: the account goes with it. An imported one goes where nobody was invited, too. */
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { useRevocation } from "./changes";
import { hasNoPassword, removalOf } from "./invitation-words";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

export function RevokeDialog({ user, onClose }: { user: ListedUser; onClose: () => void }) {
  const { id, email } = user;
  const asked = hasNoPassword(user) ? "remove" : "revoke";
  const loses = removalOf(user);
  const navigate = useNavigate();
  const { list = {} } = useLocation().state;
  const revocation = useRevocation(() =>
    navigate({
      to: "/admin/users",
      search: list,
      state: { done: say(`${asked}.done`, { email }) },
      replace: true,
    }),
  );
  return (
    <QuestionDialog
      title={say(`${asked}.title`, { email })}
      action={say(`${asked}.action`)}
      refusal={refusalInWords(revocation.error)}
      busy={revocation.isPending}
      onAct={() => revocation.mutate(id)}
      onClose={onClose}
    >
      {asked === "revoke" && <p>{say("revoke.text")}</p>}
      {asked === "remove" || loses === "remove.purpose-with-factor" ? (
        <p>{say(loses)}</p>
      ) : (
        <p>{say("revoke.again", { email })}</p>
      )}
    </QuestionDialog>
  );
}
