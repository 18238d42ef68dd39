/** Creates an organization with its first administrator; then their password, once. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import type { CreatedOrganization } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { CopyButton } from "@/ui/copy-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure, Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";
import { createOrganization, useOrganizationChange } from "./queries";

const FIELDS = ["name", "administratorEmail", "administratorName"];
const EMPTY = { name: "", administratorEmail: "", administratorName: "" };

type Close = (done?: string) => void;

export function CreateDialog({ onClose }: { onClose: Close }) {
  const [draft, setDraft] = useState(EMPTY);
  const create = useOrganizationChange(createOrganization);
  if (create.data) return <FirstPassword created={create.data} onClose={onClose} />;

  const { error, isPending } = create;
  const name = draft.name.trim();
  const administratorEmail = draft.administratorEmail.trim();
  const administratorName = draft.administratorName.trim() || undefined;
  const ready = name !== "" && administratorEmail !== "";
  const taken = isRefusal(error, "email_taken") ? describe(error) : undefined;
  const inPlace = taken || isOnlyAbout(error, FIELDS);
  // What is under way brings a password that nobody would see.
  const close = () => !isPending && onClose();

  return (
    <Dialog title="Create an organization" onClose={close}>
      <Form
        error={error}
        onSubmit={() => ready && create.mutate({ name, administratorEmail, administratorName })}
      >
        <Failure message={inPlace ? undefined : describe(error)} />
        <TextInput
          data-autofocus
          label="Name of the organization"
          autoComplete="off"
          value={draft.name}
          error={fieldMessage(error, "name")}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
        />
        <TextInput
          label="Email of its first administrator"
          type="email"
          autoComplete="off"
          value={draft.administratorEmail}
          error={taken ?? fieldMessage(error, "administratorEmail")}
          onChange={(event) => setDraft({ ...draft, administratorEmail: event.currentTarget.value })}
        />
        <TextInput
          label="Name of its first administrator (optional)"
          autoComplete="off"
          value={draft.administratorName}
          error={fieldMessage(error, "administratorName")}
          onChange={(event) => setDraft({ ...draft, administratorName: event.currentTarget.value })}
        />
        <DialogActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={isPending} disabled={!ready}>
            Create organization
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function FirstPassword({ created, onClose }: { created: CreatedOrganization; onClose: Close }) {
  const { organization, administrator } = created;
  const done = () => onClose(`${organization.name} is created.`);
  return (
    <OnceDialog
      title={`${organization.name} is created`}
      question="Close without the password?"
      loss={`It is shown only now. Without it, ${administrator.email} cannot sign in for the first time.`}
      onClose={done}
    >
      <p>Its first administrator signs in as {administrator.email} with this password:</p>
      <Slip label="Password" secret={administrator.password} />
      <Message tone="warn">Pass it on in person or by phone; you will not see it again.</Message>
      <DialogActions>
        <CopyButton text={administrator.password} label="Copy password" size="md" />
        <Button onClick={done}>I have passed it on</Button>
      </DialogActions>
    </OnceDialog>
  );
}
