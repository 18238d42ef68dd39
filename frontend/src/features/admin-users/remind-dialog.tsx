/** Asks before somebody is reminded by mail, and says why if that did not happen. */
import { Button } from "@mantine/core";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { refusedInWords } from "./bulk-words";
import { remind, useUserChange } from "./changes";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

interface Props {
  user: Pick<ListedUser, "id" | "displayName" | "email">;
  onClose: (done?: string) => void;
}

export function RemindDialog({ user: { id, displayName: name, email }, onClose }: Props) {
  const { mutate, data, error, isPending } = useUserChange(remind);
  const refused = data?.status === "refused" ? refusedInWords(data) : undefined;
  return (
    <Dialog title={say("reminder.title", { name })} onClose={() => onClose()}>
      <Failure message={isPending ? undefined : (refused ?? refusalInWords(error))} />
      <p>{say.rich("reminder.text", { name, email, to: <b /> })}</p>
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          {say("cancel")}
        </Button>
        <ActionButton
          loading={isPending}
          onClick={() =>
            mutate(id, {
              onSuccess: (result) => {
                if (result?.status === "done") onClose(say("reminder.done", { name }));
              },
            })
          }
        >
          {say("reminder.action")}
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
