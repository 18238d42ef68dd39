/** Deletes a webhook, with the consequence in view. */
import { Button } from "@mantine/core";
import type { Webhook } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { deleteWebhook, useWebhookChange } from "./queries";
import { refusalInWords } from "./words";

interface Props {
  webhook: Webhook;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ webhook: { id, name }, onClose, onDeleted }: Props) {
  const change = useWebhookChange(deleteWebhook);
  return (
    <Dialog title={`Delete ${name}?`} onClose={onClose}>
      <Failure message={refusalInWords(change.error)} />
      <p>Nothing is sent there any more, not even what waits. The list of its deliveries goes with it.</p>
      <p>To stop it for a while, pause it instead.</p>
      <DialogActions>
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <ActionButton
          color="red.9"
          loading={change.isPending}
          onClick={() => change.mutate(id, { onSuccess: onDeleted })}
        >
          Delete webhook
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
