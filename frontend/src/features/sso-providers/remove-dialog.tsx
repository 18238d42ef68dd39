/** Removes a provider, with the consequence in view. */
import { describe } from "@/api/messages";
import type { SsoProvider } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { removeProvider, useProviderChange } from "./queries";

const say = words("sso-providers");

interface Props {
  provider: SsoProvider;
  onClose: (done?: string) => void;
}

export function RemoveDialog({ provider: { id, name, identities }, onClose }: Props) {
  const change = useProviderChange(removeProvider);
  const done = say("removing.done", { name });
  return (
    <QuestionDialog
      title={say("removing", { name })}
      action={say("removing.action")}
      wayOut={say("removing.keep")}
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: () => onClose(done) })}
      onClose={() => onClose()}
    >
      <p>{identities > 0 ? say("removing.about-identities", { identities }) : say("removing.about")}</p>
      <p>{say("removing.instead")}</p>
    </QuestionDialog>
  );
}
