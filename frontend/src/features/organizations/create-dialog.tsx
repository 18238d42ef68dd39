/** Creates an organization with its first administrator; then their password, once. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe, inWords } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import type { CreatedOrganization } from "@/api/types";
import { signInAddressOf } from "@/lib/sign-in-address";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { DialogActions } from "@/ui/dialog";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";
import { createOrganization, useOrganizationChange } from "./queries";

const say = words("organizations");

const FIELDS = ["name", "administratorEmail", "administratorName"];
const EMPTY = { name: "", administratorEmail: "", administratorName: "" };

type Close = (done?: string) => void;

export function CreateDialog({ onClose }: { onClose: Close }) {
  const [draft, setDraft] = useState(EMPTY);
  const insisted = useInsisted();
  const create = useOrganizationChange(createOrganization);
  if (create.data) return <FirstPassword created={create.data} onClose={onClose} />;

  const { error, isPending } = create;
  const name = draft.name.trim();
  const administratorEmail = draft.administratorEmail.trim();
  const administratorName = draft.administratorName.trim() || undefined;
  const taken = isRefusal(error, "email_taken") ? inWords(error) : undefined;
  const inPlace = taken || isOnlyAbout(error, FIELDS);

  return (
    <FormDialog
      title={say("create")}
      action={say("create.do")}
      wayOut={say("create.cancel")}
      refusal={inPlace ? undefined : describe(error)}
      error={error}
      ready={name !== "" && administratorEmail !== ""}
      insisted={insisted}
      onSubmit={() => create.mutate({ name, administratorEmail, administratorName })}
      busy={isPending}
      onClose={() => onClose()}
    >
      <p>{say("create.address")}</p>
      <TextInput
        data-autofocus
        label={say("create.name")}
        autoComplete="off"
        value={draft.name}
        error={insisted.missing(name === "") ?? fieldMessage(error, "name")}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={say("create.email")}
        type="email"
        autoComplete="off"
        value={draft.administratorEmail}
        error={
          insisted.missing(administratorEmail === "") ?? taken ?? fieldMessage(error, "administratorEmail")
        }
        onChange={(event) => setDraft({ ...draft, administratorEmail: event.currentTarget.value })}
      />
      <TextInput
        label={say("create.administrator")}
        autoComplete="off"
        value={draft.administratorName}
        error={fieldMessage(error, "administratorName")}
        onChange={(event) => setDraft({ ...draft, administratorName: event.currentTarget.value })}
      />
    </FormDialog>
  );
}

function FirstPassword({ created, onClose }: { created: CreatedOrganization; onClose: Close }) {
  const { organization, administrator } = created;
  const [name, email] = [organization.name, administrator.email];
  const done = () => onClose(say("created.done", { organization: name }));
  return (
    <OnceDialog
      title={say("created", { organization: name })}
      question={say("leaving")}
      loss={say("leaving.loss", { email })}
      onClose={done}
    >
      <p>{say("created.administrator", { email })}</p>
      <Slip label={say("created.password")} secret={administrator.password} />
      <Message tone="warn">{say("created.pass-on")}</Message>
      <p>{say("created.address", { address: signInAddressOf(organization.slug) })}</p>
      <DialogActions>
        <CopyButton text={administrator.password} label={say("created.copy")} size="md" />
        <Button onClick={done}>{say("created.passed-on")}</Button>
      </DialogActions>
    </OnceDialog>
  );
}
