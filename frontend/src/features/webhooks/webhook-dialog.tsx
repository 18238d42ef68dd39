/** Creates a webhook, and shows its secret once; or changes one. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import type { Webhook } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { EventChoice } from "./event-choice";
import { chosenOf, eventsOf } from "./events";
import { changeWebhook, createWebhook, useWebhookChange } from "./queries";
import { SecretDialog } from "./secret-dialog";
import { refusalInWords } from "./words";

const say = words("webhooks");

type Close = (done?: string) => void;

interface Draft {
  name: string;
  url: string;
  chosen: ReturnType<typeof chosenOf>;
}

export function CreateDialog({ onClose }: { onClose: Close }) {
  const create = useWebhookChange(createWebhook);
  if (create.data) {
    const { webhook, secret } = create.data;
    const { name } = webhook;
    const done = () => onClose(say("create.done", { name }));
    return <SecretDialog title={say("created", { name })} secret={secret} onClose={done} />;
  }
  const draft = { name: "", url: "", chosen: chosenOf(["*"]) };
  return (
    <DraftDialog
      title={say("create")}
      draft={draft}
      action={say("create.action")}
      change={create}
      onSave={create.mutate}
      onClose={() => onClose()}
    />
  );
}

export function ChangeDialog({ webhook, onClose }: { webhook: Webhook; onClose: Close }) {
  const { id, name, url, events } = webhook;
  const change = useWebhookChange(changeWebhook);
  const done = (name: string) => onClose(say("changing.done", { name }));
  return (
    <DraftDialog
      title={say("changing", { name })}
      draft={{ name, url, chosen: chosenOf(events) }}
      action={say("changing.action")}
      change={change}
      onSave={(order) => change.mutate({ id, ...order }, { onSuccess: ({ name }) => done(name) })}
      onClose={() => onClose()}
    />
  );
}

interface Props {
  title: string;
  draft: Draft;
  action: string;
  change: { error: unknown; isPending: boolean };
  onSave: (order: { name: string; url: string; events: string[] }) => void;
  onClose: () => void;
}

function DraftDialog({ title, draft: before, action, change, onSave, onClose }: Props) {
  const { error, isPending } = change;
  const [draft, setDraft] = useState(before);
  const insisted = useInsisted();
  const order = { name: draft.name.trim(), url: draft.url.trim(), events: eventsOf(draft.chosen) };
  const ready = order.name !== "" && order.url !== "" && order.events.length > 0;
  const inPlace = isOnlyAbout(error, ["name", "url", "events"]);
  return (
    <FormDialog
      title={title}
      action={action}
      refusal={inPlace ? undefined : refusalInWords(error)}
      error={error}
      ready={ready}
      insisted={insisted}
      busy={isPending}
      onSubmit={() => onSave(order)}
      onClose={onClose}
    >
      <TextInput
        data-autofocus
        label={say("name")}
        description={say("name.about")}
        autoComplete="off"
        maxLength={100}
        value={draft.name}
        error={insisted.missing(order.name === "") ?? fieldMessage(error, "name")}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <TextInput
        label={say("url")}
        description={say("url.about")}
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        maxLength={2000}
        value={draft.url}
        error={insisted.missing(order.url === "") ?? fieldMessage(error, "url")}
        onChange={(event) => setDraft({ ...draft, url: event.currentTarget.value })}
      />
      <EventChoice
        value={draft.chosen}
        error={insisted.missing(order.events.length === 0) ?? fieldMessage(error, "events")}
        onChange={(chosen) => setDraft({ ...draft, chosen })}
      />
    </FormDialog>
  );
}
