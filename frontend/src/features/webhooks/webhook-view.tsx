/** A webhook that is there. */
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import type { Webhook } from "@/api/types";
import { useDialog } from "@/lib/use-dialog";
import { ActionButton } from "@/ui/action-button";
import { Fact, Facts } from "@/ui/facts";
import { Actions } from "@/ui/form";
import { Done, Failure } from "@/ui/message";
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

export function WebhookView({ webhook }: { webhook: Webhook }) {
  const { open, setOpen, done, close } = useDialog<"change" | "rotate" | "delete">();
  const navigate = useNavigate();
  const toggle = useWebhookChange(changeWebhook);
  const test = useWebhookChange(testWebhook);
  const { id, name, enabled } = webhook;
  return (
    <Page title={name} sign={<State webhook={webhook} />}>
      <Done>{done}</Done>
      <Failure message={refusalInWords(toggle.error ?? test.error)} />
      <Section title="Settings">
        <Settings webhook={webhook} />
        <Actions>
          <Button variant="default" onClick={() => setOpen("change")}>
            Change…
          </Button>
          <ActionButton
            variant="default"
            loading={toggle.isPending}
            onClick={() =>
              toggle.mutate(
                { id, enabled: !enabled },
                { onSuccess: () => close(enabled ? PAUSED : "It is on: what waits is sent now.") },
              )
            }
          >
            {enabled ? "Pause" : "Resume"}
          </ActionButton>
          <Button variant="default" onClick={() => setOpen("rotate")}>
            New secret…
          </Button>
          <Button variant="default" onClick={() => setOpen("delete")}>
            Delete…
          </Button>
        </Actions>
      </Section>
      <Section
        title="Deliveries"
        aside={
          enabled && (
            <ActionButton
              variant="default"
              loading={test.isPending}
              onClick={() => test.mutate(id, { onSuccess: () => close("A test is on its way.") })}
            >
              Send a test
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

const PAUSED = "It is paused: what waits is kept, and what happens from now on is not sent.";

function Settings({ webhook }: { webhook: Webhook }) {
  const { url, events, createdAt, disabledAt, formerSecretUntil } = webhook;
  const rotating = formerSecretUntil && Date.parse(formerSecretUntil) > Date.now();
  return (
    <Facts>
      <Fact name="URL">
        <span className={classes.url}>{url}</span>
      </Fact>
      <Fact name="Events">{eventsInWords(events).join("; ")}</Fact>
      <Fact name="Created">
        <When at={createdAt} />
      </Fact>
      {disabledAt && (
        <Fact name="Off since">
          <When at={disabledAt} />
        </Fact>
      )}
      {rotating && (
        <Fact name="Former secret ends">
          <When at={formerSecretUntil} />
        </Fact>
      )}
    </Facts>
  );
}
