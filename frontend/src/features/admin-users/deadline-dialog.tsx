/** Gives somebody until a day of the administrator's choice. */
import { Button } from "@mantine/core";
import { isOnlyAbout } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { asDate, dayOf } from "@/lib/moments";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { setDeadline, useUserChange } from "./changes";
import { DeadlineFields, useDeadlineDraft } from "./deadline-fields";
import { refusalInWords } from "./words";

export function DeadlineDialog({ user, onClose }: { user: ListedUser; onClose: (done?: string) => void }) {
  const { id, displayName: name, twoFactor } = user;
  const { draft, setDraft, terms } = useDeadlineDraft(aheadOf(twoFactor.deadline));
  const change = useUserChange(setDeadline);
  const { error, isPending } = change;

  function submit(): void {
    if (!terms) return;
    const done = `The deadline of ${name} is ${asDate(terms.deadline)}.`;
    change.mutate({ id, ...terms }, { onSuccess: () => onClose(done) });
  }

  return (
    <Dialog title={`Set a deadline for ${name}`} onClose={onClose}>
      <p>It takes the place of the policy's, and no later change of the policy moves it.</p>
      <Form error={error} onSubmit={submit}>
        <Failure message={isOnlyAbout(error, ["deadline", "reason"]) ? undefined : refusalInWords(error)} />
        <DeadlineFields draft={draft} onChange={setDraft} error={error} />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={isPending} disabled={!terms}>
            Set the deadline
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** The deadline so far is where one begins, unless it has passed. */
function aheadOf(deadline: string | undefined): string | undefined {
  const moment = deadline === undefined ? 0 : Date.parse(deadline);
  return moment > Date.now() ? dayOf(moment) : undefined;
}
