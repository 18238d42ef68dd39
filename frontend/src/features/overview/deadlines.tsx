/** By when those without a second factor have to have one. */
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { words } from "@/lib/words";
import { DayColumns } from "@/ui/day-columns";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import classes from "./overview.module.css";
import { deadlineDays, deadlineSentence } from "./story";
import { UsersLink } from "./totals";

const say = words("overview");

export function Deadlines({ overview }: { overview: Overview }) {
  const { deadlinesAhead, overdue } = overview;
  const some = deadlinesAhead.some(({ users }) => users > 0);
  const sentence = deadlineSentence(deadlinesAhead);
  return (
    <Section title={say("deadlines")}>
      <p className={classes.sentence}>{sentence}</p>
      {some && <Calendar overview={overview} sentence={sentence} />}
      {(some || overdue > 0) && (
        <p className={classes.links}>
          {some && <UsersLink state="inGrace">{say("deadlines.ahead")}</UsersLink>}
          {overdue > 0 && (
            <UsersLink state="overdue">{say("deadlines.overdue", { users: overdue })}</UsersLink>
          )}
        </p>
      )}
    </Section>
  );
}

function Calendar({ overview, sentence }: { overview: Overview; sentence: string }) {
  const days = deadlineDays(overview);
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  return (
    <>
      <DayColumns
        summary={sentence}
        kinds={[say("deadlines.users")]}
        days={days.map(({ date, users }) => ({
          date,
          values: [users],
          words: say("deadlines.on-day", { date: dayInWords(date), users }),
        }))}
        from={dayInWords(first.date)}
        to={dayInWords(last.date)}
      />
      <Figures
        caption={say("deadlines.caption")}
        columns={[say("deadlines.deadline"), say("deadlines.users")]}
        rows={days.filter(({ users }) => users > 0).map(({ date, users }) => [dayInWords(date), users])}
      />
    </>
  );
}
