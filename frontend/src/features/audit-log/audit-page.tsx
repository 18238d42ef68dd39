/** Who did what to whom, when and from where. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import classes from "./audit.module.css";
import { CheckState } from "./check-state";
import { EventTable } from "./event-table";
import { ExportMenu, ExportState } from "./export-menu";
import { filterOf, leavesRoutineOut, nothingInWords } from "./filter";
import { Filters } from "./filters";
import { auditEvents } from "./queries";
import { useCheck } from "./use-check";
import { useExport } from "./use-export";
import { usePersonName } from "./use-person";

const say = words("audit-log");

export function AuditPage() {
  const filter = filterOf(useSearch({ from: "/signed-in/admin/audit" }));
  const query = useInfiniteQuery(auditEvents(filter));
  const names = { actor: usePersonName(filter.actor), subject: usePersonName(filter.subject) };
  const exporting = useExport(filter);
  const check = useCheck();
  const menu = useLinkedDialog(["export"]);
  return (
    <Page title={say("title")}>
      <Section
        id="events"
        title={say("events")}
        aside={
          <div className={classes.actions}>
            <ActionButton variant="default" loading={check.run.step === "running"} onClick={check.begin}>
              {say("check")}
            </ActionButton>
            <ExportMenu
              open={menu.open === "export"}
              busy={exporting.run.step === "running"}
              calm={leavesRoutineOut(filter)}
              onOpen={(open) => (open ? menu.setOpen("export") : menu.close())}
              onChoose={exporting.begin}
            />
          </div>
        }
      >
        <CheckState run={check.run} onStop={check.stop} />
        <Filters filter={filter} names={names} />
        <ExportState run={exporting.run} onStop={exporting.stop} />
        <QueryView query={query} rows={8}>
          {(events) =>
            events.length > 0 ? <EventTable events={events} /> : <Empty>{nothingInWords(names)}</Empty>
          }
        </QueryView>
        <MoreButton query={query} />
      </Section>
    </Page>
  );
}
