/** What was sent to a webhook, and what waits. */
import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DeliveryStatus, Webhook, WebhookDelivery } from "@/api/types";
import { eventInWords } from "@/lib/event-words";
import { words } from "@/lib/words";
import { Failure } from "@/ui/message";
import { MoreButton } from "@/ui/more-button";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { Empty } from "@/ui/states";
import { Cell, Row, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { deliveriesOf, redeliver, useWebhookChange } from "./queries";
import classes from "./webhooks.module.css";
import { answerInWords, deliveryState, refusalInWords, STATUSES, statusWords } from "./words";

const say = words("webhooks");

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
      { onSuccess: () => onDone(say("send-again.done", { event: eventInWords(event) })) },
    );
  return (
    <>
      <Failure message={refusalInWords(again.error)} />
      <search className={classes.filter}>
        <NativeSelect
          label={say("show")}
          data={[
            { value: "", label: say("show.all") },
            ...STATUSES.map((value) => ({ value, label: statusWords(value) })),
          ]}
          value={status ?? ""}
          onChange={(event) =>
            setStatus((event.currentTarget.value || undefined) as DeliveryStatus | undefined)
          }
        />
      </search>
      <QueryView query={query} rows={5}>
        {(deliveries) =>
          deliveries.length > 0 ? (
            <DeliveryTable deliveries={deliveries} onRepeat={webhook.enabled ? repeat : undefined} />
          ) : (
            <Empty>{say(status ? "deliveries.none-like-this" : "deliveries.none")}</Empty>
          )
        }
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
  const columns = [
    say("delivery.event"),
    say("delivery.state"),
    say("delivery.attempt"),
    ...(onRepeat ? [say("delivery.again")] : []),
  ];
  return (
    <Table caption={say("deliveries")} columns={columns}>
      {deliveries.map((delivery) => (
        <Row key={delivery.id}>
          <Cell label={say("delivery.event")} head>
            {eventInWords(delivery.event)}
            <div className={quiet.small}>
              <When at={delivery.createdAt} />
            </div>
          </Cell>
          <Cell label={say("delivery.state")}>
            <DeliveryState delivery={delivery} />
          </Cell>
          <Cell label={say("delivery.attempt")}>
            <LastAttempt delivery={delivery} />
          </Cell>
          {onRepeat && (
            <Cell label={say("delivery.again")}>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={say("send-again.spoken", { event: eventInWords(delivery.event) })}
                onClick={() => onRepeat(delivery)}
              >
                {say("send-again")}
              </Button>
            </Cell>
          )}
        </Row>
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
        <div className={quiet.small}>{say.rich("next", { when: <When at={nextAttemptAt} /> })}</div>
      )}
    </>
  );
}

function LastAttempt({ delivery }: { delivery: WebhookDelivery }) {
  const { attempts, lastAttemptAt } = delivery;
  if (!lastAttemptAt) return <span className={quiet.small}>{say("attempt.none")}</span>;
  const when = <When at={lastAttemptAt} />;
  return (
    <>
      {answerInWords(delivery) ?? say("attempt.under-way")}
      <div className={quiet.small}>
        {attempts > 1 ? say.rich("attempt", { number: attempts, when }) : when}
      </div>
    </>
  );
}
