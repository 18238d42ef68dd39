/** Who did what to whom, when and from where. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { EventTable } from "./event-table";
import { filterOf, nothingInWords } from "./filter";
import { Filters } from "./filters";
import { auditEvents } from "./queries";
import { usePersonName } from "./use-person";

export function AuditPage() {
  const filter = filterOf(useSearch({ from: "/signed-in/admin/audit" }));
  const query = useInfiniteQuery(auditEvents(filter));
  const names = { actor: usePersonName(filter.actor), subject: usePersonName(filter.subject) };
  return (
    <Page title="Audit log">
      <Section title="Events">
        <Filters filter={filter} names={names} />
        <QueryView query={query} rows={8}>
          {({ pages }) => {
            const events = pages.flatMap(({ items }) => items);
            return events.length > 0 ? (
              <EventTable events={events} />
            ) : (
              <Empty>{nothingInWords(names)}</Empty>
            );
          }}
        </QueryView>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}
