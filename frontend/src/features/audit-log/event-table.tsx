/** One row for each event. */
import { memo } from "react";
import type { AuditEvent } from "@/api/types";
import { words } from "@/lib/words";
import { Table } from "@/ui/table";
import { EventRow } from "./event-row";

const say = words("audit-log");

const COLUMNS = ["when", "what", "who", "whom", "from"] as const;

/** It stays as it is while an export or a check goes on above it. */
export const EventTable = memo(({ events }: { events: AuditEvent[] }) => (
  <Table caption={say("table")} columns={COLUMNS.map((column) => say(`column.${column}`))}>
    {events.map((event) => (
      <EventRow key={event.id} event={event} columns={COLUMNS.length} />
    ))}
  </Table>
));
