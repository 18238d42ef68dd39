/** Sign-ins and codes that failed, day by day: a flood of them is somebody who tries. */
import { Link } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { DayColumns } from "@/ui/day-columns";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import classes from "./overview.module.css";
import { failureSentence } from "./story";

const KINDS = ["Failed passwords", "Refused codes"];

export function Failures({ failures }: { failures: Overview["failures"] }) {
  const mayReadLog = usePermission("audit.read");
  const some = failures.some(({ login, code }) => login + code > 0);
  const sentence = failureSentence(failures);
  const [first, last] = [failures[0], failures.at(-1)];
  return (
    <Section title="Failures">
      <p className={classes.sentence}>{sentence}</p>
      {some && first && last && (
        <>
          <DayColumns
            summary={sentence}
            kinds={KINDS}
            days={failures.map(({ date, login, code }) => ({
              date,
              values: [login, code],
              words: `${dayInWords(date)}: ${login} and ${code}`,
            }))}
            from={dayInWords(first.date)}
            to={dayInWords(last.date)}
          />
          <Figures
            caption="Failures by day"
            columns={["Day", ...KINDS]}
            rows={failures.map(({ date, login, code }) => [dayInWords(date), login, code])}
          />
          {mayReadLog && (
            <p className={classes.links}>
              <Link to="/admin/audit" search={{ action: "login.failed" }}>
                Failed sign-ins in the audit log
              </Link>
              <Link to="/admin/audit" search={{ action: "code.rejected" }}>
                Wrong codes in the audit log
              </Link>
            </p>
          )}
        </>
      )}
    </Section>
  );
}
