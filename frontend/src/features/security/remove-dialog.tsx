/** Removes one of several authenticators, with its consequence in view. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import type { Authenticator } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { removeAuthenticator, useChange } from "./changes";

interface Props {
  authenticator: Authenticator;
  onClose: (done?: string) => void;
}

export function RemoveDialog({ authenticator: { id, name }, onClose }: Props) {
  const remove = useChange(removeAuthenticator);
  return (
    <Dialog title={`Remove ${name}?`} onClose={onClose}>
      <Failure message={describe(remove.error)} />
      <p>
        Its codes stop working at once. Your other authenticators and your recovery codes stay as they are.
      </p>
      <p>Your other sessions are ended.</p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Keep it
        </Button>
        <ActionButton
          color="red.9"
          loading={remove.isPending}
          onClick={() => remove.mutate(id, { onSuccess: () => onClose(`${name} was removed`) })}
        >
          Remove
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
