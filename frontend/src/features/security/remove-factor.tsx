/** Removes one of several factors, with its consequence in view. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { QuestionDialog } from "@/ui/question-dialog";
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
    <QuestionDialog
      title={`Remove ${name}?`}
      action="Remove"
      wayOut="Keep it"
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={remove}
      onClose={() => onClose()}
    >
      <p>{kind.consequence}</p>
      <p>Your other sessions are ended.</p>
    </QuestionDialog>
  );
}
