/** Deletes a webhook, with the consequence in view. */
import type { Webhook } from "@/api/types";
import { QuestionDialog } from "@/ui/question-dialog";
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
    <QuestionDialog
      title={`Delete ${name}?`}
      action="Delete webhook"
      wayOut="Keep it"
      refusal={refusalInWords(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: onDeleted })}
      onClose={onClose}
    >
      <p>Nothing is sent there any more, not even what waits. The list of its deliveries goes with it.</p>
      <p>To stop it for a while, pause it instead.</p>
    </QuestionDialog>
  );
}
