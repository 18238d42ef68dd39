/** By when those without a second factor have to have one. */
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { words } from "@/lib/words";
import { DayColumns } from "@/ui/day-columns";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import classes from "./overview.module.css";
import { deadlineDays, deadlineSentence } from "./story";
import { UsersLink } from "./users-link";

const say = words("overview");

export function Deadlines({ overview }: { overview: Overview }) {
  const { deadlinesAhead, overdue } = overview;
  const days = deadlineDays(overview);
  const due = days.filter(({ users }) => users > 0);
  const sentence = deadlineSentence(deadlinesAhead);
  return (
    <Section title={say("deadlines")}>
      <p className={classes.sentence}>{sentence}</p>
      {due.length > 0 && (
        <DayColumns
          summary={sentence}
          kinds={[say("deadlines.users")]}
          days={days.map(({ date, users }) => ({
            date,
            values: [users],
            words: say("deadlines.on-day", { date: dayInWords(date), users }),
          }))}
        />
      )}
      <Concerned ahead={due.length > 0} overdue={overdue} />
      {due.length > 0 && (
        <Figures
          caption={say("deadlines.caption")}
          file="deadlines"
          columns={[say("deadlines.deadline"), say("deadlines.users")]}
          rows={due.map(({ date, users }) => [{ day: date }, users])}
        />
      )}
    </Section>
  );
}

function Concerned({ ahead, overdue }: { ahead: boolean; overdue: number }) {
  if (!ahead && overdue === 0) return null;
  return (
    <p className={classes.links}>
      {ahead && <UsersLink state="inGrace">{say("deadlines.ahead")}</UsersLink>}
      {overdue > 0 && <UsersLink state="overdue">{say("deadlines.overdue", { users: overdue })}</UsersLink>}
    </p>
  );
}
