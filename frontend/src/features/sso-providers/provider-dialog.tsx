/** Connects a provider, and says what to tell it; or changes one. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { describe, inWords } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import { roles } from "@/api/queries";
import type { SsoProvider } from "@/api/types";
import { isAdministrator } from "@/lib/administrators";
import { ROLES, roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import { Dialog, DialogActions } from "@/ui/dialog";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { PasswordField } from "@/ui/password-field";
import { CallbackUrl } from "./callback-url";
import { changeOf, type Draft, draftOf, empty, isReady, orderOf } from "./draft";
import { changeProvider, createProvider, useProviderChange } from "./queries";

const say = words("sso-providers");

type Close = (done?: string) => void;

export function CreateDialog({ onClose }: { onClose: Close }) {
  const create = useProviderChange(createProvider);
  // Each is opened for itself, so that the focus goes to what it is about.
  if (create.data) {
    const { name, callbackUrl } = create.data;
    return (
      <Dialog key="connected" title={say("connected", { name })} onClose={() => onClose()}>
        <p>{say("connected.next")}</p>
        <CallbackUrl url={callbackUrl} />
        <DialogActions>
          <Button onClick={() => onClose(say("connect.done", { name }))} data-autofocus>
            {say("connected.close")}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <DraftDialog
      title={say("connect")}
      draft={empty}
      isNew
      change={create}
      onSave={(draft) => create.mutate(orderOf(draft))}
      onClose={() => onClose()}
    />
  );
}

export function ChangeDialog({ provider, onClose }: { provider: SsoProvider; onClose: Close }) {
  const change = useProviderChange(changeProvider);
  const save = (draft: Draft) =>
    change.mutate(
      { id: provider.id, ...changeOf(draft) },
      { onSuccess: ({ name }) => onClose(say("changing.done", { name })) },
    );
  return (
    <DraftDialog
      title={say("changing", { name: provider.name })}
      draft={draftOf(provider)}
      change={change}
      onSave={save}
      onClose={() => onClose()}
    />
  );
}

interface Props {
  title: string;
  draft: Draft;
  isNew?: boolean;
  change: { error: unknown; isPending: boolean };
  onSave: (draft: Draft) => void;
  onClose: () => void;
}

const IN_PLACE = ["name", "issuer", "clientId", "clientSecret", "defaultRole", "emailDomains"];

function DraftDialog({ title, draft: before, isNew = false, change, onSave, onClose }: Props) {
  const { error, isPending } = change;
  const taken = isRefusal(error, "provider_taken") ? inWords(error) : undefined;
  const [draft, setDraft] = useState(before);
  const insisted = useInsisted();
  const { data } = useQuery(roles);
  const edit = (edits: Partial<Draft>) => setDraft({ ...draft, ...edits });
  const names = data?.items.map(({ name }) => name) ?? ROLES;
  const given = names.filter((name) => !isAdministrator([name]));
  return (
    <FormDialog
      title={title}
      action={say(isNew ? "connect.action" : "changing.action")}
      refusal={taken || isOnlyAbout(error, IN_PLACE) ? undefined : describe(error)}
      error={error}
      ready={isReady(draft, isNew)}
      insisted={insisted}
      busy={isPending}
      onSubmit={() => onSave(draft)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={say("name")}
        description={say("name.about")}
        autoComplete="off"
        maxLength={60}
        value={draft.name}
        error={insisted.missing(!draft.name.trim()) ?? taken ?? fieldMessage(error, "name")}
        onChange={(event) => edit({ name: event.currentTarget.value })}
      />
      <TextInput
        label={say("issuer")}
        description={say(isNew ? "issuer.new" : "issuer.fixed")}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        readOnly={!isNew}
        value={draft.issuer}
        error={insisted.missing(!draft.issuer.trim()) ?? fieldMessage(error, "issuer")}
        onChange={(event) => edit({ issuer: event.currentTarget.value })}
      />
      <TextInput
        label={say("client-id")}
        autoComplete="off"
        spellCheck={false}
        maxLength={255}
        value={draft.clientId}
        error={insisted.missing(!draft.clientId.trim()) ?? fieldMessage(error, "clientId")}
        onChange={(event) => edit({ clientId: event.currentTarget.value })}
      />
      <PasswordField
        label={say("client-secret")}
        description={say(isNew ? "client-secret.new" : "client-secret.kept")}
        autoComplete="off"
        value={draft.clientSecret}
        error={insisted.missing(isNew && !draft.clientSecret) ?? fieldMessage(error, "clientSecret")}
        onChange={(event) => edit({ clientSecret: event.currentTarget.value })}
      />
      <Checkbox
        label={say("creates-users")}
        description={say("creates-users.about")}
        checked={draft.createsUsers}
        onChange={(event) => edit({ createsUsers: event.currentTarget.checked })}
      />
      {draft.createsUsers && (
        <>
          <NativeSelect
            label={say("role")}
            data={given.map((value) => ({ value, label: roleWords(value) }))}
            value={draft.defaultRole}
            error={fieldMessage(error, "defaultRole")}
            onChange={(event) => edit({ defaultRole: event.currentTarget.value })}
          />
          <TextInput
            label={say("domains")}
            description={say("domains.about")}
            autoComplete="off"
            spellCheck={false}
            value={draft.emailDomains}
            error={fieldMessage(error, "emailDomains")}
            onChange={(event) => edit({ emailDomains: event.currentTarget.value })}
          />
        </>
      )}
    </FormDialog>
  );
}
