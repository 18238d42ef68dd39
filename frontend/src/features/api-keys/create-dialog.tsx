/** Makes a key, and shows it once. */
import { NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSignedIn } from "@/api/hooks";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { CheckGroup } from "@/ui/check-group";
import { FormDialog } from "@/ui/form-dialog";
import { type Insisted, useInsisted } from "@/ui/insisted";
import { type Draft, emptyDraft, FIELDS, isRate, isReady, LIFETIMES, order, USUAL_RATE } from "./draft";
import { IssuedDialog } from "./issued-dialog";
import classes from "./keys.module.css";
import { createKey, useKeyChange } from "./queries";
import { refusalInWords, scopeMeaning, scopesFor, scopeWords } from "./words";

const say = words("api-keys");

export function CreateDialog({ onClose }: { onClose: (done?: string) => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  const insisted = useInsisted();
  const create = useKeyChange(createKey);
  if (create.data) {
    const { name } = create.data.apiKey;
    return (
      <IssuedDialog
        issued={create.data}
        title={say("made", { name })}
        onClose={() => onClose(say("made.done", { name }))}
      />
    );
  }

  const { error, isPending } = create;
  return (
    <FormDialog
      title={say("make.title")}
      action={say("make.action")}
      refusal={isOnlyAbout(error, FIELDS) ? undefined : refusalInWords(error)}
      error={error}
      ready={isReady(draft)}
      insisted={insisted}
      onSubmit={() => create.mutate(order(draft, Date.now()))}
      busy={isPending}
      onClose={() => onClose()}
    >
      <Fields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
    </FormDialog>
  );
}

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
  insisted: Insisted;
}

function Fields({ draft, onChange, error, insisted: { missing } }: Props) {
  const held = useSignedIn()?.user.permissions ?? [];
  const rateError =
    missing(!isRate(draft.callsPerMinute), "invalid") ?? fieldMessage(error, "callsPerMinute");
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const scopes = scopesFor(held).map((value) => ({
    value,
    label: scopeWords(value),
    description: scopeMeaning(value),
  }));
  return (
    <>
      <TextInput
        data-autofocus
        label={say("name")}
        description={say("name.about")}
        autoComplete="off"
        maxLength={50}
        value={draft.name}
        error={missing(!draft.name.trim()) ?? fieldMessage(error, "name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <CheckGroup
        legend={say("scopes")}
        options={scopes}
        value={draft.scopes}
        error={missing(draft.scopes.length === 0, "choice") ?? fieldMessage(error, "scopes")}
        onChange={(scopes) => change({ scopes })}
      />
      <NativeSelect
        size="md"
        label={say("lifetime")}
        description={say("lifetime.about")}
        data={LIFETIMES.map((days) => ({ value: String(days), label: say("lifetime.days", { days }) }))}
        value={String(draft.days)}
        error={fieldMessage(error, "expiresAt")}
        onChange={(event) => change({ days: Number(event.currentTarget.value) })}
      />
      <Textarea
        size="md"
        label={say("networks")}
        description={say("networks.about")}
        autosize
        minRows={1}
        spellCheck={false}
        value={draft.networks}
        error={fieldMessage(error, "networks")}
        onChange={(event) => change({ networks: event.currentTarget.value })}
      />
      <details className={classes.rest} open={rateError ? true : undefined}>
        <summary>{say("more")}</summary>
        <TextInput
          label={say("rate")}
          description={say("rate.about", { usual: USUAL_RATE })}
          inputMode="numeric"
          autoComplete="off"
          value={draft.callsPerMinute}
          error={rateError}
          onChange={(event) => change({ callsPerMinute: event.currentTarget.value })}
        />
      </details>
    </>
  );
}
