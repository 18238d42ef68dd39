/** Deletes a role that nobody has. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import type { Role } from "@/api/types";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Failure } from "@/ui/message";
import { deleteRole, useRoleChange } from "./queries";
import { refusalInWords } from "./words";

export function DeleteDialog({ role, onClose }: { role: Role; onClose: (done?: string) => void }) {
  const { id, name } = role;
  const change = useRoleChange(deleteRole);
  const inUse = isRefusal(change.error, "role_in_use");
  return (
    <Dialog title={`Delete the role ${name}?`} onClose={onClose}>
      <Failure message={refusalInWords(change.error)} />
      {inUse ? (
        <p>
          <Link to="/admin/users" search={{ role: name }}>
            Users with this role
          </Link>
        </p>
      ) : (
        <p>It cannot be brought back. What was done with it stays in the audit log.</p>
      )}
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          {inUse ? "Close" : "Cancel"}
        </Button>
        {!inUse && (
          <Button
            color="red.9"
            loading={change.isPending}
            onClick={() =>
              id && change.mutate(id, { onSuccess: () => onClose(`The role ${name} is deleted.`) })
            }
          >
            Delete role
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
