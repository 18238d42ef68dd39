/** Removes one of several factors, with its consequence in view. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { useChange } from "./changes";
import type { HeldFactor, Kind } from "./kinds";

interface Props {
  kind: Kind;
  factor: HeldFactor;
  onClose: (done?: string) => void;
  /** It has become the last one meanwhile, which goes only with all the rest. */
  onLast: () => void;
}

export function RemoveFactor({ kind, factor: { id, name }, onClose, onLast }: Props) {
  const change = useChange(kind.remove);
  const remove = () =>
    change.mutate(id, {
      onSuccess: () => onClose(`${name} was removed`),
      onError: (error) => isRefusal(error, "last_factor") && onLast(),
    });
  return (
    <Dialog title={`Remove ${name}?`} onClose={onClose}>
      <Failure message={describe(change.error)} />
      <p>{kind.consequence}</p>
      <p>Your other sessions are ended.</p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Keep it
        </Button>
        <ActionButton color="red.9" loading={change.isPending} onClick={remove}>
          Remove
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
