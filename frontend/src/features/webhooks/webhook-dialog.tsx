/** Creates a webhook, and shows its secret once; or changes one. */
import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import type { Webhook } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
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
  // What is under way brings a secret that nobody would see.
  const close = () => !create.isPending && onClose();
  const draft = { name: "", url: "", chosen: chosenOf(["*"]) };
  return (
    <Dialog title={say("create")} onClose={close}>
      <Fields
        draft={draft}
        save={say("create.action")}
        change={create}
        onSave={create.mutate}
        onClose={close}
      />
    </Dialog>
  );
}

export function ChangeDialog({ webhook, onClose }: { webhook: Webhook; onClose: Close }) {
  const { id, name, url, events } = webhook;
  const change = useWebhookChange(changeWebhook);
  const done = (name: string) => onClose(say("changing.done", { name }));
  return (
    <Dialog title={say("changing", { name })} onClose={onClose}>
      <Fields
        draft={{ name, url, chosen: chosenOf(events) }}
        save={say("changing.action")}
        change={change}
        onSave={(order) => change.mutate({ id, ...order }, { onSuccess: ({ name }) => done(name) })}
        onClose={onClose}
      />
    </Dialog>
  );
}

interface Props {
  draft: Draft;
  save: string;
  change: { error: unknown; isPending: boolean };
  onSave: (order: { name: string; url: string; events: string[] }) => void;
  onClose: () => void;
}

function Fields({ draft: before, save, change: { error, isPending }, onSave, onClose }: Props) {
  const [draft, setDraft] = useState(before);
  const insisted = useInsisted();
  const order = { name: draft.name.trim(), url: draft.url.trim(), events: eventsOf(draft.chosen) };
  const ready = order.name !== "" && order.url !== "" && order.events.length > 0;
  const inPlace = isOnlyAbout(error, ["name", "url", "events"]);
  return (
    <Form error={error} ready={ready} insisted={insisted} onSubmit={() => onSave(order)}>
      <Failure message={inPlace ? undefined : refusalInWords(error)} />
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
      <DialogActions>
        <Button variant="default" onClick={() => onClose()}>
          {say("cancel")}
        </Button>
        <ActionButton type="submit" loading={isPending}>
          {save}
        </ActionButton>
      </DialogActions>
    </Form>
  );
}
