/** How far the organization has come with its second factor, what lies ahead, and what fails. */
import { useQuery } from "@tanstack/react-query";
import { words } from "@/lib/words";
import { Page } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Adoption } from "./adoption";
import { Deadlines } from "./deadlines";
import { Enrollment } from "./enrollment";
import { FailedHours } from "./failed-hours";
import { Failures } from "./failures";
import classes from "./overview.module.css";
import { overview } from "./queries";
import { Methods, Roles } from "./shares";
import { Totals } from "./totals";

const say = words("overview");

export function OverviewPage() {
  const query = useQuery(overview);
  return (
    <Page title={say("title")}>
      <QueryView query={query} rows={12}>
        {(data) => (
          <>
            <Totals overview={data} />
            <Enrollment overview={data} />
            <Adoption overview={data} />
            <div className={classes.pair}>
              <Roles overview={data} />
              <Methods overview={data} />
            </div>
            <Deadlines overview={data} />
            <Failures failures={data.failures} />
            <FailedHours overview={data} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
