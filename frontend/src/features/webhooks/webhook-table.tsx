/** One row for each webhook: where it leads, of what it is told, and how that goes. */
import { Link } from "@tanstack/react-router";
import type { Webhook } from "@/api/types";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { Cell, Row, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { eventsInWords } from "./events";
import classes from "./webhooks.module.css";
import { deliveryState, stateOf } from "./words";

const say = words("webhooks");

const COLUMNS = ["webhook", "events", "state", "delivery"] as const;

export function WebhookTable({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <Table caption={say("table")} columns={COLUMNS.map((column) => say(`column.${column}`))}>
      {webhooks.map((webhook) => (
        <Row key={webhook.id}>
          <Cell label={say("column.webhook")} head>
            <Link to="/webhooks/$id" params={{ id: webhook.id }} className={classes.name}>
              {webhook.name}
            </Link>
            <div className={classes.url}>{new URL(webhook.url).host}</div>
          </Cell>
          <Cell label={say("column.events")}>{eventsInWords(webhook.events)}</Cell>
          <Cell label={say("column.state")}>
            <State webhook={webhook} />
          </Cell>
          <Cell label={say("column.delivery")}>
            <LastDelivery webhook={webhook} />
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

export function State({ webhook }: { webhook: Webhook }) {
  const { tone, words } = stateOf(webhook);
  return <Tag tone={tone}>{words}</Tag>;
}

function LastDelivery({ webhook: { lastDelivery } }: { webhook: Webhook }) {
  if (!lastDelivery) return <span className={quiet.small}>{say("nothing-sent")}</span>;
  const { tone, words } = deliveryState(lastDelivery);
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      <div className={quiet.small}>
        <When at={lastDelivery.lastAttemptAt ?? lastDelivery.createdAt} />
      </div>
    </>
  );
}
