/** Sign-ins and codes that failed, day by day: a flood of them is somebody who tries. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { usePermission } from "@/api/hooks";
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { words } from "@/lib/words";
import { DayColumns } from "@/ui/day-columns";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import classes from "./overview.module.css";
import { failureSentence } from "./story";

const say = words("overview");

export function Failures({ failures }: { failures: Overview["failures"] }) {
  const mayReadLog = usePermission("audit.read");
  const some = failures.some(({ login, code }) => login + code > 0);
  const sentence = failureSentence(failures);
  const kinds = [say("failures.passwords"), say("failures.codes")];
  return (
    <Section title={say("failures")}>
      <p className={classes.sentence}>{sentence}</p>
      {some && (
        <>
          <DayColumns
            summary={sentence}
            kinds={kinds}
            days={failures.map(({ date, login, code }) => ({
              date,
              values: [login, code],
              words: say("failures.on-day", { date: dayInWords(date), passwords: login, codes: code }),
            }))}
          />
          {mayReadLog && (
            <p className={classes.links}>
              <LogLink of="login.failed">{say("failures.passwords-in-log")}</LogLink>
              <LogLink of="code.rejected">{say("failures.codes-in-log")}</LogLink>
            </p>
          )}
          <Figures
            caption={say("failures.caption")}
            file="failures-by-day"
            columns={[say("day"), ...kinds]}
            rows={failures.map(({ date, login, code }) => [{ day: date }, login, code])}
          />
        </>
      )}
    </Section>
  );
}

function LogLink({ of, children }: { of: string; children: ReactNode }) {
  return (
    <Link to="/admin/audit" search={{ action: of }}>
      {children}
    </Link>
  );
}
