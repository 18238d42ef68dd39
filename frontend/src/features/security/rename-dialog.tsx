/** Gives an authenticator another name. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage } from "@/api/problem";
import type { Authenticator } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { renameAuthenticator, useChange } from "./changes";

interface Props {
  authenticator: Authenticator;
  onClose: (done?: string) => void;
}

export function RenameDialog({ authenticator: { id, name: before }, onClose }: Props) {
  const [name, setName] = useState(before);
  const rename = useChange(renameAuthenticator);
  const wrong = fieldMessage(rename.error, "name");
  return (
    <Dialog title={`Rename ${before}`} onClose={onClose}>
      <Form
        error={rename.error}
        onSubmit={() =>
          name.trim() && rename.mutate({ id, name: name.trim() }, { onSuccess: () => onClose("Renamed") })
        }
      >
        <Failure message={wrong ? undefined : describe(rename.error)} />
        <TextInput
          data-autofocus
          label="Name"
          maxLength={50}
          autoComplete="off"
          value={name}
          error={wrong}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={rename.isPending} disabled={!name.trim()}>
            Save
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
