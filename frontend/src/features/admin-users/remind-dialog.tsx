/** Asks before somebody is reminded by mail, and says why if that did not happen. */
import { Button } from "@mantine/core";
import type { ListedUser } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { refusedInWords } from "./bulk-words";
import { remind, useUserChange } from "./changes";
import { refusalInWords } from "./words";

interface Props {
  user: Pick<ListedUser, "id" | "displayName" | "email">;
  onClose: (done?: string) => void;
}

export function RemindDialog({ user: { id, displayName, email }, onClose }: Props) {
  const { mutate, data, error, isPending } = useUserChange(remind);
  const refused = data?.status === "refused" ? refusedInWords(data) : undefined;
  return (
    <Dialog title={`Remind ${displayName} by email?`} onClose={() => onClose()}>
      <Failure message={isPending ? undefined : (refused ?? refusalInWords(error))} />
      <p>
        A mail to <b>{email}</b> asks {displayName} to set up a second factor, and says by when.
      </p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          Cancel
        </Button>
        <ActionButton
          loading={isPending}
          onClick={() =>
            mutate(id, {
              onSuccess: (result) => {
                if (result?.status === "done") onClose(`${displayName} is reminded by email.`);
              },
            })
          }
        >
          Remind
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
