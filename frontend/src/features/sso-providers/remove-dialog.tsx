/** Removes a provider, with the consequence in view. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import type { SsoProvider } from "@/api/types";
import { count } from "@/lib/duration";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { removeProvider, useProviderChange } from "./queries";

interface Props {
  provider: SsoProvider;
  onClose: (done?: string) => void;
}

export function RemoveDialog({ provider: { id, name, identities }, onClose }: Props) {
  const change = useProviderChange(removeProvider);
  const done = `${name} is removed.`;
  return (
    <Dialog title={`Remove ${name}?`} onClose={() => onClose()}>
      <Failure message={describe(change.error)} />
      <p>
        Nobody signs in with it any more, and whoever did is signed out.
        {identities > 0 && ` ${count(identities, "account")} there will be disconnected.`}
      </p>
      <p>People without a password cannot sign in then. To stop it for a while, turn it off instead.</p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Keep it
        </Button>
        <ActionButton
          color="red.9"
          loading={change.isPending}
          onClick={() => change.mutate(id, { onSuccess: () => onClose(done) })}
        >
          Remove provider
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
