/** Removes a provider, with the consequence in view. */
import { describe } from "@/api/messages";
import type { SsoProvider } from "@/api/types";
import { count } from "@/lib/duration";
import { QuestionDialog } from "@/ui/question-dialog";
import { removeProvider, useProviderChange } from "./queries";

interface Props {
  provider: SsoProvider;
  onClose: (done?: string) => void;
}

export function RemoveDialog({ provider: { id, name, identities }, onClose }: Props) {
  const change = useProviderChange(removeProvider);
  const done = `${name} is removed.`;
  return (
    <QuestionDialog
      title={`Remove ${name}?`}
      action="Remove provider"
      wayOut="Keep it"
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: () => onClose(done) })}
      onClose={() => onClose()}
    >
      <p>
        Nobody signs in with it any more, and whoever did is signed out.
        {identities > 0 && ` ${count(identities, "account")} there will be disconnected.`}
      </p>
      <p>People without a password cannot sign in then. To stop it for a while, turn it off instead.</p>
    </QuestionDialog>
  );
}
