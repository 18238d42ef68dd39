/** One row for each webhook: where it leads, of what it is told, and how that goes. */
import { Link } from "@tanstack/react-router";
import type { Webhook } from "@/api/types";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { eventsInWords } from "./events";
import classes from "./webhooks.module.css";
import { deliveryState, stateOf } from "./words";

export function WebhookTable({ webhooks }: { webhooks: Webhook[] }) {
  return (
    <Table caption="Webhooks" columns={["Webhook", "Events", "State", "Last delivery"]}>
      {webhooks.map((webhook) => (
        <tr key={webhook.id}>
          <Cell label="Webhook">
            <Link to="/webhooks/$id" params={{ id: webhook.id }} className={classes.name}>
              {webhook.name}
            </Link>
            <div className={classes.url}>{new URL(webhook.url).host}</div>
          </Cell>
          <Cell label="Events">{eventsInWords(webhook.events).join("; ")}</Cell>
          <Cell label="State">
            <State webhook={webhook} />
          </Cell>
          <Cell label="Last delivery">
            <LastDelivery webhook={webhook} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

export function State({ webhook }: { webhook: Webhook }) {
  const { tone, words } = stateOf(webhook);
  return <Tag tone={tone}>{words}</Tag>;
}

function LastDelivery({ webhook: { lastDelivery } }: { webhook: Webhook }) {
  if (!lastDelivery) return <span className={classes.quiet}>Nothing was sent yet</span>;
  const { tone, words } = deliveryState(lastDelivery);
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      <div className={classes.quiet}>
        <When at={lastDelivery.lastAttemptAt ?? lastDelivery.createdAt} />
      </div>
    </>
  );
}
