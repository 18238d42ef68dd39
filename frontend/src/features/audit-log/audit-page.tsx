/** Who did what to whom, when and from where. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { EventTable } from "./event-table";
import { Filters } from "./filters";
import { auditEvents, filterOf } from "./queries";

export function AuditPage() {
  const filter = filterOf(useSearch({ from: "/signed-in/admin/audit" }));
  const query = useInfiniteQuery(auditEvents(filter));
  return (
    <Page title="Audit log">
      <Section title="Events">
        <Filters filter={filter} />
        <QueryView query={query} rows={8}>
          {({ pages }) => {
            const events = pages.flatMap(({ items }) => items);
            return events.length > 0 ? (
              <EventTable events={events} />
            ) : (
              <Empty>No event fits this filter.</Empty>
            );
          }}
        </QueryView>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}
