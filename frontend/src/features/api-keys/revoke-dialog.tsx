/** Revokes a key: what shows it is refused from then on. */
import type { ApiKey } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { When } from "@/ui/when";
import { revokeKey, useKeyChange } from "./queries";
import { refusalInWords } from "./words";

const say = words("api-keys");

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: (done?: string) => void }) {
  const { id, name, lastUsedAt } = apiKey;
  const revoke = useKeyChange(revokeKey);
  return (
    <QuestionDialog
      title={say("revoking", { name })}
      action={say("revoking.action")}
      refusal={refusalInWords(revoke.error)}
      busy={revoke.isPending}
      onAct={() => revoke.mutate(id, { onSuccess: () => onClose(say("revoking.done", { name })) })}
      onClose={() => onClose()}
    >
      <p>{say("revoking.about")}</p>
      <p>
        {lastUsedAt ? say.rich("revoking.used", { when: <When at={lastUsedAt} /> }) : say("revoking.unused")}
      </p>
    </QuestionDialog>
  );
}
