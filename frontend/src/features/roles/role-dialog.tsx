/** Creates a role, or changes one: whoever has it feels that at once. */
import { Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { inWords } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import type { Role } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { cleaned, draftOf, emptyDraft, isChanged, isReady, NAME_LENGTH, nameProblem } from "./draft";
import { PermissionChoice } from "./permission-choice";
import { changeRole, createRole, useRoleChange } from "./queries";
import { refusalInWords } from "./words";

const say = words("roles");

interface Props {
  /** Absent for a new one. */
  role?: Role;
  onClose: (done?: string) => void;
}

export function RoleDialog({ role, onClose }: Props) {
  const [draft, setDraft] = useState(role ? draftOf(role) : emptyDraft);
  const save = useRoleChange((order: typeof draft) =>
    role?.id === undefined ? createRole(order) : changeRole({ id: role.id, ...withoutName(order) }),
  );
  const { error } = save;
  const taken = isRefusal(error, "role_taken") ? inWords(error) : undefined;
  const inPlace = taken || isOnlyAbout(error, ["name", "description", "permissions"]);
  const insisted = useInsisted();
  const done = say(role ? "edit.done" : "create.done", { role: draft.name });

  function submit(): void {
    if (role && !isChanged(draft, role)) onClose();
    else save.mutate(cleaned(draft), { onSuccess: () => onClose(done) });
  }

  return (
    <FormDialog
      title={role ? say("edit", { role: role.name }) : say("create")}
      intro={role && role.users > 0 && <p>{say("edit.effect", { users: role.users })}</p>}
      action={say(role ? "edit.action" : "create.action")}
      refusal={inPlace ? undefined : refusalInWords(error)}
      error={error}
      ready={isReady(draft)}
      insisted={insisted}
      onSubmit={submit}
      busy={save.isPending}
      onClose={() => onClose()}
    >
      {!role && (
        <TextInput
          data-autofocus
          label={say("name")}
          description={say("name.description")}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={NAME_LENGTH}
          value={draft.name}
          error={
            insisted.missing(draft.name === "") ??
            nameProblem(draft.name) ??
            taken ??
            fieldMessage(error, "name")
          }
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
      )}
      <Textarea
        size="md"
        label={say("description")}
        maxLength={200}
        autosize
        minRows={1}
        data-autofocus={role ? true : undefined}
        value={draft.description}
        error={fieldMessage(error, "description")}
        onChange={(event) => setDraft({ ...draft, description: event.currentTarget.value })}
      />
      <PermissionChoice
        value={draft.permissions}
        given={role?.permissions ?? []}
        error={fieldMessage(error, "permissions")}
        onChange={(permissions) => setDraft({ ...draft, permissions })}
      />
    </FormDialog>
  );
}

function withoutName({ description, permissions }: ReturnType<typeof cleaned>) {
  return { description, permissions };
}
