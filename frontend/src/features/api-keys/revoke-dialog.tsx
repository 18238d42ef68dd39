/** Revokes a key: what shows it is refused from then on. */
import type { ApiKey } from "@/api/types";
import { QuestionDialog } from "@/ui/question-dialog";
import { When } from "@/ui/when";
import { revokeKey, useKeyChange } from "./queries";
import { refusalInWords } from "./words";

export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: (done?: string) => void }) {
  const { id, name, lastUsedAt } = apiKey;
  const revoke = useKeyChange(revokeKey);
  return (
    <QuestionDialog
      title={`Revoke the key ${name}?`}
      action="Revoke key"
      refusal={refusalInWords(revoke.error)}
      busy={revoke.isPending}
      onAct={() => revoke.mutate(id, { onSuccess: () => onClose(`The key ${name} is revoked.`) })}
      onClose={() => onClose()}
    >
      <p>
        Whatever shows it is refused from its next request on, everywhere, and stops working until it has
        another key. This cannot be undone.
      </p>
      <p>
        {lastUsedAt ? (
          <>
            It was last used on <When at={lastUsedAt} />.
          </>
        ) : (
          "It was never used."
        )}
      </p>
    </QuestionDialog>
  );
}
