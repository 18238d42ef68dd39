/** Removes one of several factors, with its consequence in view. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { useChange } from "./changes";
import { type HeldFactor, kinds } from "./kinds";

const say = words("security");

interface Props {
  of: Factor;
  factor: HeldFactor;
  onClose: (done?: string) => void;
  /** It has become the last one meanwhile, which goes only with all the rest. */
  onLast: () => void;
}

export function RemoveFactor({ of, factor: { id, name }, onClose, onLast }: Props) {
  const change = useChange(kinds[of].remove);
  const remove = () =>
    change.mutate(id, {
      onSuccess: () => onClose(say("remove.done", { name })),
      onError: (error) => isRefusal(error, "last_factor") && onLast(),
    });
  return (
    <QuestionDialog
      title={say("remove.question", { name })}
      action={say("remove")}
      wayOut={say("remove.keep")}
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={remove}
      onClose={() => onClose()}
    >
      <p>{say(`consequence.${of}`)}</p>
      <p>{say("sessions-end")}</p>
    </QuestionDialog>
  );
}
