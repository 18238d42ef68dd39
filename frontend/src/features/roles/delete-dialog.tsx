/** Deletes a role that nobody has. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import type { Role } from "@/api/types";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { deleteRole, useRoleChange } from "./queries";
import { refusalInWords } from "./words";

const say = words("roles");

export function DeleteDialog({ role, onClose }: { role: Role; onClose: (done?: string) => void }) {
  const { id, name } = role;
  const change = useRoleChange(deleteRole);
  const inUse = isRefusal(change.error, "role_in_use");
  return (
    <Dialog title={say("remove", { role: name })} onClose={onClose}>
      <Failure message={refusalInWords(change.error)} />
      {inUse ? (
        <p>
          <Link to="/admin/users" search={{ role: name }}>
            {say("remove.users")}
          </Link>
        </p>
      ) : (
        <p>{say("remove.warning")}</p>
      )}
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          {say(inUse ? "remove.close" : "cancel")}
        </Button>
        {!inUse && (
          <Button
            color="red.9"
            loading={change.isPending}
            onClick={() =>
              id && change.mutate(id, { onSuccess: () => onClose(say("remove.done", { role: name })) })
            }
          >
            {say("remove.action")}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
