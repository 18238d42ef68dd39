/** One row for each event. */
import type { AuditEvent } from "@/api/types";
import { Table } from "@/ui/table";
import { EventRow } from "./event-row";

const COLUMNS = ["When", "What", "Who", "About whom", "From"];

export function EventTable({ events }: { events: AuditEvent[] }) {
  return (
    <Table caption="Audit events, newest first" columns={COLUMNS}>
      {events.map((event) => (
        <EventRow key={event.id} event={event} columns={COLUMNS.length} />
      ))}
    </Table>
  );
}
