/** Disconnects an account at a provider, with the consequence in view. */
import { describe } from "@/api/messages";
import type { SsoIdentity } from "@/api/types";
import { words } from "@/lib/words";
import { QuestionDialog } from "@/ui/question-dialog";
import { useDisconnect } from "./sso";

const say = words("account");

interface Props {
  identity: SsoIdentity;
  onClose: (done?: string) => void;
}

export function DisconnectDialog({ identity: { id, provider }, onClose }: Props) {
  const change = useDisconnect();
  const done = say("disconnect.done", { provider });
  return (
    <QuestionDialog
      title={say("disconnect.question", { provider })}
      action={say("disconnect.do")}
      wayOut={say("disconnect.keep")}
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: () => onClose(done) })}
      onClose={() => onClose()}
    >
      <p>{say("disconnect.about")}</p>
    </QuestionDialog>
  );
}
