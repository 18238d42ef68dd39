/** An event, and below it, on demand, everything that was recorded with it. */
import { useId, useState } from "react";
import type { AuditEvent } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { eventInWords } from "@/lib/event-words";
import { Cell } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import classes from "./audit.module.css";
import { factsOf } from "./facts";

export function EventRow({ event, columns }: { event: AuditEvent; columns: number }) {
  const [open, setOpen] = useState(false);
  const detailsId = useId();
  const facts = factsOf(event);
  const { occurredAt, action, outcome, address, userAgent } = event;
  return (
    <>
      <tr>
        <Cell label="When">
          <When at={occurredAt} />
        </Cell>
        <Cell label="What">
          {eventInWords(action)} {outcome === "failure" && <Tag tone="warn">Refused</Tag>}
          {facts.length > 0 && (
            <button
              type="button"
              className={classes.more}
              aria-expanded={open}
              aria-controls={open ? detailsId : undefined}
              onClick={() => setOpen(!open)}
            >
              Details
            </button>
          )}
        </Cell>
        <Cell label="Who">
          <Actor event={event} />
        </Cell>
        <Cell label="About whom">
          <Subject event={event} />
        </Cell>
        <Cell label="From">
          {address ?? "—"}
          {userAgent && <div className={classes.quiet}>{deviceName(userAgent)}</div>}
        </Cell>
      </tr>
      {open && (
        <tr id={detailsId} className={classes.details}>
          <td colSpan={columns}>
            <dl className={classes.facts}>
              {facts.map(([name, value]) => (
                <div key={name} className={classes.fact}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </td>
        </tr>
      )}
    </>
  );
}

function Actor({ event: { actor, detail } }: { event: AuditEvent }) {
  if ("apiKey" in detail) return `API key ${detail.apiKey}`;
  // Of people elsewhere, an organization is told no more than that.
  if (actor && "actingFrom" in detail)
    return <span className={classes.quiet}>A superadministrator of another organization</span>;
  return nameOf(actor) ?? <span className={classes.quiet}>Not signed in</span>;
}

function Subject({ event: { action, actor, subject } }: { event: AuditEvent }) {
  // Rules are about everybody, whoever wrote them.
  if (/^(policy|organization)\./.test(action)) return <span className={classes.quiet}>Everybody</span>;
  if (subject && subject.id === actor?.id) return <span className={classes.quiet}>Themselves</span>;
  return nameOf(subject) ?? "—";
}

function nameOf(party: AuditEvent["actor"]): string | undefined {
  return party && (party.email ?? party.id);
}
