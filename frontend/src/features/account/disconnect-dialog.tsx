/** Disconnects an account at a provider, with the consequence in view. */
import { describe } from "@/api/messages";
import type { SsoIdentity } from "@/api/types";
import { QuestionDialog } from "@/ui/question-dialog";
import { useDisconnect } from "./sso";

interface Props {
  identity: SsoIdentity;
  onClose: (done?: string) => void;
}

export function DisconnectDialog({ identity: { id, provider }, onClose }: Props) {
  const change = useDisconnect();
  const done = `Your account at ${provider} is disconnected.`;
  return (
    <QuestionDialog
      title={`Disconnect ${provider}?`}
      action="Disconnect"
      wayOut="Keep it"
      refusal={describe(change.error)}
      busy={change.isPending}
      onAct={() => change.mutate(id, { onSuccess: () => onClose(done) })}
      onClose={() => onClose()}
    >
      <p>Your account there does not sign you in any more, and your other sessions end.</p>
    </QuestionDialog>
  );
}
