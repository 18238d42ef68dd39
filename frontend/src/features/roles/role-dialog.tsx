/** Creates a role, or changes one: whoever has it feels that at once. */
import { Button, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import type { Role } from "@/api/types";
import { count } from "@/lib/duration";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { cleaned, draftOf, emptyDraft, isChanged, isReady, NAME_LENGTH, nameProblem } from "./draft";
import { PermissionChoice } from "./permission-choice";
import { changeRole, createRole, useRoleChange } from "./queries";
import { refusalInWords } from "./words";

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
  const taken = isRefusal(error, "role_taken") ? describe(error) : undefined;
  const inPlace = taken || isOnlyAbout(error, ["name", "description", "permissions"]);
  const ready = isReady(draft) && (!role || isChanged(draft, role));
  const done = role ? `The role ${draft.name} is changed.` : `The role ${draft.name} is created.`;

  return (
    <Dialog title={role ? `Change the role ${role.name}` : "Create a role"} onClose={onClose}>
      {role && role.users > 0 && (
        <p>{count(role.users, "user")} will have the new permissions with their next request.</p>
      )}
      <Form
        error={error}
        onSubmit={() => ready && save.mutate(cleaned(draft), { onSuccess: () => onClose(done) })}
      >
        <Failure message={inPlace ? undefined : refusalInWords(error)} />
        {!role && (
          <TextInput
            data-autofocus
            label="Name"
            description="Such as help-desk. It cannot be changed later."
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={NAME_LENGTH}
            value={draft.name}
            error={nameProblem(draft.name) ?? taken ?? fieldMessage(error, "name")}
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
        )}
        <Textarea
          size="md"
          label="Description (optional)"
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
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={save.isPending} disabled={!ready}>
            {role ? "Save role" : "Create role"}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function withoutName({ description, permissions }: ReturnType<typeof cleaned>) {
  return { description, permissions };
}
