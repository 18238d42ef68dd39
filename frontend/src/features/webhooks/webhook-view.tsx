/** A webhook that is there. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Webhook } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Fact, Facts } from "@/ui/facts";
import { Actions } from "@/ui/form";
import { Failure } from "@/ui/message";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { When } from "@/ui/when";
import { DeleteDialog } from "./delete-dialog";
import { Deliveries } from "./deliveries";
import { eventsInWords } from "./events";
import { changeWebhook, testWebhook, useWebhookChange } from "./queries";
import { RotateDialog } from "./rotate-dialog";
import { ChangeDialog } from "./webhook-dialog";
import { State } from "./webhook-table";
import classes from "./webhooks.module.css";
import { refusalInWords } from "./words";

const say = words("webhooks");

export function WebhookView({ webhook }: { webhook: Webhook }) {
  const { open, setOpen, done, close } = useDialog<"change" | "rotate" | "delete">();
  const navigate = useNavigate();
  const toggle = useWebhookChange(changeWebhook);
  const test = useWebhookChange(testWebhook);
  const { id, name, enabled } = webhook;
  return (
    <Page title={name} sign={<State webhook={webhook} />}>
      <Outcome>{done}</Outcome>
      <Failure message={refusalInWords(toggle.error ?? test.error)} />
      <Section id="settings" title={say("settings")}>
        <Settings webhook={webhook} />
        <Actions>
          <Button variant="default" onClick={() => setOpen("change")}>
            {say("change")}
          </Button>
          <ActionButton
            variant="default"
            loading={toggle.isPending}
            onClick={() =>
              toggle.mutate(
                { id, enabled: !enabled },
                { onSuccess: () => close(say(enabled ? "pause.done" : "resume.done")) },
              )
            }
          >
            {say(enabled ? "pause" : "resume")}
          </ActionButton>
          <Button variant="default" onClick={() => setOpen("rotate")}>
            {say("new-secret")}
          </Button>
          <ActionButton grave onClick={() => setOpen("delete")}>
            {say("delete")}
          </ActionButton>
        </Actions>
      </Section>
      <Section
        id="deliveries"
        title={say("deliveries")}
        aside={
          enabled && (
            <ActionButton
              variant="default"
              loading={test.isPending}
              onClick={() => test.mutate(id, { onSuccess: () => close(say("test.done")) })}
            >
              {say("test")}
            </ActionButton>
          )
        }
      >
        <Deliveries webhook={webhook} onDone={close} />
      </Section>
      {open === "change" && <ChangeDialog webhook={webhook} onClose={close} />}
      {open === "rotate" && <RotateDialog webhook={webhook} onClose={close} />}
      {open === "delete" && (
        <DeleteDialog
          webhook={webhook}
          onClose={close}
          onDeleted={() => void navigate({ to: "/webhooks", replace: true })}
        />
      )}
    </Page>
  );
}

function Settings({ webhook }: { webhook: Webhook }) {
  const { url, events, createdAt, disabledAt, formerSecretUntil } = webhook;
  const rotating = formerSecretUntil && Date.parse(formerSecretUntil) > Date.now();
  return (
    <Facts>
      <Fact name={say("url")}>
        <span className={classes.url}>{url}</span>
      </Fact>
      <Fact name={say("events")}>{eventsInWords(events)}</Fact>
      <Fact name={say("settings.created")}>
        <When at={createdAt} />
      </Fact>
      {disabledAt && (
        <Fact name={say("settings.off")}>
          <When at={disabledAt} />
        </Fact>
      )}
      {rotating && (
        <Fact name={say("settings.former")}>
          <When at={formerSecretUntil} />
        </Fact>
      )}
    </Facts>
  );
}
