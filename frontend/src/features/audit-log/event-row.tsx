/** An event, and below it, on demand, everything that was recorded with it. */
import { useId, useState } from "react";
import type { AuditEvent } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { eventInWords } from "@/lib/event-words";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { Cell, Row, WideCell } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { aboutWhom } from "./about";
import classes from "./audit.module.css";
import { factsOf } from "./facts";

const say = words("audit-log");

export function EventRow({ event, columns }: { event: AuditEvent; columns: number }) {
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const facts = factsOf(event);
  const { occurredAt, action, outcome, address, userAgent } = event;
  return (
    <>
      <Row>
        <Cell label={say("column.when")}>
          <When at={occurredAt} />
        </Cell>
        <Cell label={say("column.what")} head>
          {eventInWords(action)} {outcome === "failure" && <Tag tone="warn">{say("refused")}</Tag>}
          {facts.length > 0 && (
            <button
              type="button"
              className={classes.more}
              aria-expanded={open}
              aria-controls={open ? detailsId : undefined}
              onClick={() => setOpen(!open)}
            >
              {say("details")}
            </button>
          )}
        </Cell>
        <Cell label={say("column.who")}>
          <Actor event={event} />
        </Cell>
        <Cell label={say("column.whom")}>
          <Subject event={event} />
        </Cell>
        <Cell label={say("column.from")}>
          {address ?? "—"}
          {userAgent && <div className={quiet.small}>{deviceName(userAgent)}</div>}
        </Cell>
      </Row>
      {open && (
        <Row id={detailsId} className={classes.details}>
          <WideCell columns={columns}>
            <dl className={classes.facts}>
              {facts.map(([name, value]) => (
                <div key={name} className={classes.fact}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </WideCell>
        </Row>
      )}
    </>
  );
}

function Actor({ event: { actor, detail } }: { event: AuditEvent }) {
  if ("apiKey" in detail) return say("api-key", { name: String(detail.apiKey) });
  // Of people elsewhere, an organization is told no more than that.
  if (actor && "actingFrom" in detail) return <span className={quiet.small}>{say("elsewhere")}</span>;
  return nameOf(actor) ?? <span className={quiet.small}>{say("nobody")}</span>;
}

function Subject({ event }: { event: AuditEvent }) {
  const about = aboutWhom(event);
  if (about === "nobody") return "—";
  if (about === "somebody") return nameOf(event.subject) ?? "—";
  return <span className={quiet.small}>{say(about)}</span>;
}

function nameOf(party: AuditEvent["actor"]): string | undefined {
  return party && (party.email ?? party.id);
}
