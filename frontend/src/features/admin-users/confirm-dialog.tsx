/** Asks before somebody is suspended, restored, unfrozen or signed out, with the consequence in view. */
import { Button } from "@mantine/core";
import type { ListedUser } from "@/api/types";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { restore, signOutEverywhere, suspend, unfreeze, useUserChange } from "./changes";
import { type Confirmation, confirmations, refusalInWords } from "./words";

const changes: Record<Confirmation, (id: string) => Promise<void>> = {
  suspend,
  restore,
  unfreeze,
  signOut: signOutEverywhere,
};

interface Props {
  kind: Confirmation;
  user: ListedUser;
  onClose: (done?: string) => void;
}

export function ConfirmDialog({ kind, user: { id, displayName }, onClose }: Props) {
  const { title, consequences, confirm, grave, done } = confirmations[kind](displayName);
  const change = useUserChange(changes[kind]);
  return (
    <Dialog title={title} onClose={onClose}>
      <Failure message={refusalInWords(change.error)} />
      {consequences.map((consequence) => (
        <p key={consequence}>{consequence}</p>
      ))}
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Cancel
        </Button>
        <Button
          color={grave ? "red.9" : undefined}
          loading={change.isPending}
          onClick={() => change.mutate(id, { onSuccess: () => onClose(done) })}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
