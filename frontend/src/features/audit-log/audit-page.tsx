/** Who did what to whom, when and from where. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { EventTable } from "./event-table";
import { ExportMenu, ExportState } from "./export-menu";
import { filterOf, nothingInWords } from "./filter";
import { Filters } from "./filters";
import { auditEvents } from "./queries";
import { useExport } from "./use-export";
import { usePersonName } from "./use-person";

export function AuditPage() {
  const filter = filterOf(useSearch({ from: "/signed-in/admin/audit" }));
  const query = useInfiniteQuery(auditEvents(filter));
  const names = { actor: usePersonName(filter.actor), subject: usePersonName(filter.subject) };
  const { run, begin, stop } = useExport(filter);
  return (
    <Page title="Audit log">
      <Section title="Events" aside={<ExportMenu busy={run.step === "running"} onChoose={begin} />}>
        <Filters filter={filter} names={names} />
        <ExportState run={run} onStop={stop} />
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
