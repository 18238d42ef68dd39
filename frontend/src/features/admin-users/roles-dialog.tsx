/** Gives a user other roles. */
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
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
    <FormDialog
      title={say("roles.title", { name: user.displayName })}
      action={say("roles.action")}
      refusal={wrong ? undefined : refusalInWords(change.error)}
      error={change.error}
      ready={roles.length > 0}
      insisted={insisted}
      onSubmit={submit}
      busy={change.isPending}
      onClose={() => onClose()}
    >
      <RoleChoice
        value={roles}
        error={insisted.missing(roles.length === 0, "choice") ?? wrong}
        onChange={setRoles}
      />
    </FormDialog>
  );
}
