/** Makes a key, and shows it once. */
import { Button, NativeSelect, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useSignedIn } from "@/api/hooks";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { ActionButton } from "@/ui/action-button";
import { CheckGroup } from "@/ui/check-group";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { type Draft, emptyDraft, FIELDS, isReady, LIFETIMES, order } from "./draft";
import { IssuedDialog } from "./issued-dialog";
import classes from "./keys.module.css";
import { createKey, useKeyChange } from "./queries";
import { refusalInWords, scopesFor, scopeWords } from "./words";

export function CreateDialog({ onClose }: { onClose: (done?: string) => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  const create = useKeyChange(createKey);
  if (create.data) {
    const done = `The key ${create.data.apiKey.name} is made.`;
    return (
      <IssuedDialog issued={create.data} title={done.replace(/\.$/, "")} onClose={() => onClose(done)} />
    );
  }

  const { error, isPending } = create;
  const ready = isReady(draft);
  // What is under way brings a key that nobody would see.
  const close = () => !isPending && onClose();
  return (
    <Dialog title="Make an API key" onClose={close}>
      <Form error={error} onSubmit={() => ready && create.mutate(order(draft, Date.now()))}>
        <Failure message={isOnlyAbout(error, FIELDS) ? undefined : refusalInWords(error)} />
        <Fields draft={draft} onChange={setDraft} error={error} />
        <DialogActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={isPending} disabled={!ready}>
            Make the key
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
}

function Fields({ draft, onChange, error }: Props) {
  const held = useSignedIn()?.user.permissions ?? [];
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part });
  const scopes = scopesFor(held).map((value) => {
    const { label, meaning } = scopeWords[value];
    return { value, label, description: meaning };
  });
  return (
    <>
      <TextInput
        data-autofocus
        label="Name"
        description="What it is for, such as Door control. The audit log calls it by this name."
        autoComplete="off"
        maxLength={50}
        value={draft.name}
        error={fieldMessage(error, "name")}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <CheckGroup
        legend="What it may do"
        options={scopes}
        value={draft.scopes}
        error={fieldMessage(error, "scopes")}
        onChange={(scopes) => change({ scopes })}
      />
      <NativeSelect
        size="md"
        label="Good for"
        description="Then it is refused, unless somebody makes another one."
        data={LIFETIMES.map(({ days, words }) => ({ value: String(days), label: words }))}
        value={String(draft.days)}
        error={fieldMessage(error, "expiresAt")}
        onChange={(event) => change({ days: Number(event.currentTarget.value) })}
      />
      <Textarea
        size="md"
        label="Only from these networks (optional)"
        description="One in each line, such as 203.0.113.0/24 or 192.0.2.1. From anywhere else it is refused."
        autosize
        minRows={1}
        spellCheck={false}
        value={draft.networks}
        error={fieldMessage(error, "networks")}
        onChange={(event) => change({ networks: event.currentTarget.value })}
      />
      <details className={classes.rest} open={fieldMessage(error, "callsPerMinute") ? true : undefined}>
        <summary>More</summary>
        <TextInput
          label="Calls per minute (optional)"
          description="How often it may be used, for each process of the service. 6,000 where nothing is said."
          inputMode="numeric"
          autoComplete="off"
          value={draft.callsPerMinute}
          error={fieldMessage(error, "callsPerMinute")}
          onChange={(event) => change({ callsPerMinute: event.currentTarget.value })}
        />
      </details>
    </>
  );
}
