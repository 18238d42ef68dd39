/** Gives a user other roles. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { changeRoles, useUserChange } from "./changes";
import { RoleChoice } from "./role-choice";
import { refusalInWords } from "./words";

const say = words("admin-users-one");

export function RolesDialog({ user, onClose }: { user: ListedUser; onClose: (done?: string) => void }) {
  const [roles, setRoles] = useState(user.roles);
  const change = useUserChange(changeRoles);
  const unchanged = [...roles].sort().join() === [...user.roles].sort().join();
  const insisted = useInsisted();
  const wrong = fieldMessage(change.error, "roles");
  const done = say("roles.done", { name: user.displayName });

  function submit(): void {
    if (unchanged) onClose();
    else change.mutate({ id: user.id, roles }, { onSuccess: () => onClose(done) });
  }

  return (
    <Dialog title={say("roles.title", { name: user.displayName })} onClose={onClose}>
      <Form error={change.error} ready={roles.length > 0} insisted={insisted} onSubmit={submit}>
        <Failure message={wrong ? undefined : refusalInWords(change.error)} />
        <RoleChoice
          value={roles}
          error={insisted.missing(roles.length === 0, "choice") ?? wrong}
          onChange={setRoles}
        />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" loading={change.isPending}>
            {say("roles.action")}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
