/** At which hours of the week sign-ins and codes fail: people err by day, machines try at night. */
import type { Overview } from "@/api/types";
import { hourInWords, weekdayInWords, zoneInWords } from "@/lib/week";
import { words } from "@/lib/words";
import { Figures } from "@/ui/figures";
import { HourMap } from "@/ui/hour-map";
import { Section } from "@/ui/page";
import { failedIn, hourSentence, hoursOf } from "./hours";
import classes from "./overview.module.css";

const say = words("overview");

export function FailedHours({ overview }: { overview: Overview }) {
  const week = hoursOf(overview.failuresByQuarterHour);
  const failed = week.flat().filter((hour) => failedIn(hour) > 0);
  const sentence = hourSentence(week);
  return (
    <Section title={say("hours")}>
      <p className={classes.sentence}>
        {sentence} {failed.length > 0 && say("hours.zone", { zone: zoneInWords() })}
      </p>
      {failed.length > 0 && (
        <>
          <HourMap summary={sentence} values={week.map((day) => day.map(failedIn))} />
          <Figures
            caption={say("hours.caption")}
            file="failures-by-hour"
            columns={[
              say("hours.weekday"),
              say("hours.hour"),
              say("failures.passwords"),
              say("failures.codes"),
            ]}
            rows={failed.map(({ weekday, hour, passwords, codes }) => [
              weekdayInWords(weekday),
              hourInWords(hour),
              passwords,
              codes,
            ])}
          />
        </>
      )}
    </Section>
  );
}
