/** Gives a user other roles. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { changeRoles, useUserChange } from "./changes";
import { RoleChoice } from "./role-choice";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

export function RolesDialog({ user, onClose }: { user: ListedUser; onClose: (done?: string) => void }) {
  const [roles, setRoles] = useState(user.roles);
  const change = useUserChange(changeRoles);
  const unchanged = [...roles].sort().join() === [...user.roles].sort().join();
  const ready = roles.length > 0 && !unchanged;
  const done = say("roles.done", { name: user.displayName });
  return (
    <Dialog title={say("roles.title", { name: user.displayName })} onClose={onClose}>
      <Form
        onSubmit={() => ready && change.mutate({ id: user.id, roles }, { onSuccess: () => onClose(done) })}
      >
        <Failure message={fieldMessage(change.error, "roles") ?? refusalInWords(change.error)} />
        <RoleChoice value={roles} onChange={setRoles} />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            {say("cancel")}
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!ready}>
            {say("roles.action")}
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
