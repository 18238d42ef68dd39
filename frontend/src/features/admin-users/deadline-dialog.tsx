/** Gives somebody until a day of the administrator's choice. */
import { isOnlyAbout } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { asDate, dayOf } from "@/lib/moments";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { setDeadline, useUserChange } from "./changes";
import { DeadlineFields, useDeadlineDraft } from "./deadline-fields";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

export function DeadlineDialog({ user, onClose }: { user: ListedUser; onClose: (done?: string) => void }) {
  const { id, displayName: name, twoFactor } = user;
  const { draft, setDraft, terms, insisted } = useDeadlineDraft(aheadOf(twoFactor.deadline));
  const change = useUserChange(setDeadline);
  const { error, isPending } = change;

  function submit(): void {
    if (!terms) return;
    const done = say("deadline.done", { name, date: asDate(terms.deadline) });
    change.mutate({ id, ...terms }, { onSuccess: () => onClose(done) });
  }

  return (
    <FormDialog
      title={say("deadline.title", { name })}
      intro={<p>{say("deadline.text")}</p>}
      action={say("deadline.action")}
      refusal={isOnlyAbout(error, ["deadline", "reason"]) ? undefined : refusalInWords(error)}
      error={error}
      ready={!!terms}
      insisted={insisted}
      onSubmit={submit}
      busy={isPending}
      onClose={() => onClose()}
    >
      <DeadlineFields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
    </FormDialog>
  );
}

/** The deadline so far is where one begins, unless it has passed. */
function aheadOf(deadline: string | undefined): string | undefined {
  const moment = deadline === undefined ? 0 : Date.parse(deadline);
  return moment > Date.now() ? dayOf(moment) : undefined;
}
