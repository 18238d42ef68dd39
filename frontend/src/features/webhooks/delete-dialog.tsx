/** Deletes a webhook, with the consequence in view. */
import type { Webhook } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { deleteWebhook, useWebhookChange } from "./queries";
import { refusalInWords } from "./words";

const say = words("webhooks");

interface Props {
  webhook: Webhook;
  onClose: () => void;
  onDeleted: () => void;
}

export function DeleteDialog({ webhook: { id, name }, onClose, onDeleted }: Props) {
  const change = useWebhookChange(deleteWebhook);
  return (
    <QuestionDialog
      title={say("deleting", { name })}
      action={say("deleting.action")}
      wayOut={say("deleting.keep")}
      refusal={refusalInWords(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: onDeleted })}
      onClose={onClose}
    >
      <p>{say("deleting.about")}</p>
      <p>{say("deleting.instead")}</p>
    </QuestionDialog>
  );
}
