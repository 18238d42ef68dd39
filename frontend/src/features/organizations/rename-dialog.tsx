/** Gives an organization another name; its short name stays, since addresses are made of it. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import type { Organization } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { renameOrganization, useOrganizationChange } from "./queries";

interface Props {
  organization: Organization;
  onClose: (done?: string) => void;
}

export function RenameDialog({ organization: { id, name: before }, onClose }: Props) {
  const [text, setText] = useState(before);
  const rename = useOrganizationChange(renameOrganization);
  const { error } = rename;
  const name = text.trim();
  const ready = name !== "" && name !== before;
  const done = `${before} is now called ${name}.`;
  return (
    <Dialog title={`Rename ${before}`} onClose={onClose}>
      <Form
        error={error}
        onSubmit={() => ready && rename.mutate({ id, name }, { onSuccess: () => onClose(done) })}
      >
        <Failure message={isOnlyAbout(error, ["name"]) ? undefined : describe(error)} />
        <TextInput
          data-autofocus
          label="Name"
          autoComplete="off"
          value={text}
          error={fieldMessage(error, "name")}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={rename.isPending} disabled={!ready}>
            Rename
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
