/** Disconnects an account at a provider, with the consequence in view. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import type { SsoIdentity } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { useDisconnect } from "./sso";

interface Props {
  identity: SsoIdentity;
  onClose: (done?: string) => void;
}

export function DisconnectDialog({ identity: { id, provider }, onClose }: Props) {
  const change = useDisconnect();
  const done = `Your account at ${provider} is disconnected.`;
  return (
    <Dialog title={`Disconnect ${provider}?`} onClose={() => onClose()}>
      <Failure message={describe(change.error)} />
      <p>Your account there does not sign you in any more, and your other sessions end.</p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Keep it
        </Button>
        <ActionButton
          color="red.9"
          loading={change.isPending}
          onClick={() => change.mutate(id, { onSuccess: () => onClose(done) })}
        >
          Disconnect
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
