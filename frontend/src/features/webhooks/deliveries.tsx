/** What was sent to a webhook, and what waits. */
import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliveryStatus, Webhook, WebhookDelivery } from "@/api/types";
import { eventInWords } from "@/lib/event-words";
import { Failure } from "@/ui/message";
import { MoreButton } from "@/ui/more-button";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { deliveriesOf, redeliver, useWebhookChange } from "./queries";
import classes from "./webhooks.module.css";
import { answerInWords, deliveryState, refusalInWords, statusWords } from "./words";

const STATUSES = Object.entries(statusWords).map(([value, label]) => ({ value, label }));

interface Props {
  webhook: Webhook;
  onDone: (done: string) => void;
}

export function Deliveries({ webhook, onDone }: Props) {
  const [status, setStatus] = useState<DeliveryStatus>();
  const query = useInfiniteQuery(deliveriesOf(webhook, status));
  const again = useWebhookChange(redeliver);
  const repeat = ({ id, event }: WebhookDelivery) =>
    again.mutate(
      { id: webhook.id, delivery: id },
      { onSuccess: () => onDone(`“${eventInWords(event)}” is on its way again.`) },
    );
  return (
    <>
      <Failure message={refusalInWords(again.error)} />
      <search className={classes.filter}>
        <NativeSelect
          label="Show"
          data={[{ value: "", label: "All" }, ...STATUSES]}
          value={status ?? ""}
          onChange={(event) =>
            setStatus((event.currentTarget.value || undefined) as DeliveryStatus | undefined)
          }
        />
      </search>
      <QueryView query={query} rows={5}>
        {({ pages }) => {
          const deliveries = pages.flatMap(({ items }) => items);
          return deliveries.length > 0 ? (
            <DeliveryTable deliveries={deliveries} onRepeat={webhook.enabled ? repeat : undefined} />
          ) : (
            <Empty>
              {status ? "None stands like this." : "Nothing was sent yet. A test shows whether it works."}
            </Empty>
          );
        }}
      </QueryView>
      <MoreButton query={query} />
    </>
  );
}

interface TableProps {
  deliveries: WebhookDelivery[];
  /** Absent where nothing is sent. */
  onRepeat: ((delivery: WebhookDelivery) => void) | undefined;
}

function DeliveryTable({ deliveries, onRepeat }: TableProps) {
  const columns = ["Event", "State", "Last attempt", ...(onRepeat ? ["Again"] : [])];
  return (
    <Table caption="Deliveries" columns={columns}>
      {deliveries.map((delivery) => (
        <tr key={delivery.id}>
          <Cell label="Event">
            {eventInWords(delivery.event)}
            <div className={classes.quiet}>
              <When at={delivery.createdAt} />
            </div>
          </Cell>
          <Cell label="State">
            <DeliveryState delivery={delivery} />
          </Cell>
          <Cell label="Last attempt">
            <LastAttempt delivery={delivery} />
          </Cell>
          {onRepeat && (
            <Cell label="Again">
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Send again: ${eventInWords(delivery.event)}`}
                onClick={() => onRepeat(delivery)}
              >
                Send again
              </Button>
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}

function DeliveryState({ delivery }: { delivery: WebhookDelivery }) {
  const { tone, words } = deliveryState(delivery);
  const { attempts, nextAttemptAt } = delivery;
  return (
    <>
      <Tag tone={tone}>{words}</Tag>
      {attempts > 0 && nextAttemptAt && (
        <div className={classes.quiet}>
          next <When at={nextAttemptAt} />
        </div>
      )}
    </>
  );
}

function LastAttempt({ delivery }: { delivery: WebhookDelivery }) {
  const { attempts, lastAttemptAt } = delivery;
  if (!lastAttemptAt) return <span className={classes.quiet}>None yet</span>;
  return (
    <>
      {answerInWords(delivery) ?? "Under way"}
      <div className={classes.quiet}>
        {attempts > 1 && `Attempt ${attempts}, `}
        <When at={lastAttemptAt} />
      </div>
    </>
  );
}
