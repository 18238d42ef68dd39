/** A number for each hour of the week: the more, the stronger its ground, and it stands on it. Where there is no room for a day
    beside its hours, the days stand side by side. */
import { Fragment } from "react";
import { shadeOf } from "@/lib/chart";
import { asNumber, asShortNumber } from "@/lib/numbers";
import { HOURS, hourInWords, WEEKDAYS, weekdayInShort, weekdayInWords } from "@/lib/week";
import classes from "./hour-map.module.css";

interface Props {
  /** The whole story in a sentence, for those who do not see it. */
  summary: string;
  /** Of each day from Monday on, by its hours. */
  values: readonly (readonly number[])[];
}

export function HourMap({ summary, values }: Props) {
  const most = Math.max(...values.flat());
  return (
    <div className={classes.frame}>
      <div className={classes.map} role="img" aria-label={summary}>
        <span />
        {HOURS.map((hour) => (
          <span key={hour} className={classes.hour}>
            {String(hour).padStart(2, "0")}
          </span>
        ))}
        {WEEKDAYS.map((weekday) => (
          <Fragment key={weekday}>
            <span className={classes.weekday}>{weekdayInShort(weekday)}</span>
            {HOURS.map((hour) => {
              const value = values[weekday]?.[hour] ?? 0;
              return (
                <span
                  key={hour}
                  className={classes.cell}
                  data-shade={shadeOf(value, most)}
                  title={`${weekdayInWords(weekday)}, ${hourInWords(hour)}: ${asNumber(value)}`}
                >
                  {value > 0 && asShortNumber(value)}
                </span>
              );
            })}
          </Fragment>
        ))}
      </div>
      <Scale most={most} />
    </div>
  );
}

/** What the grounds mean, from nothing to the most. */
function Scale({ most }: { most: number }) {
  return (
    <p className={classes.scale} aria-hidden="true">
      {asNumber(0)}
      {[0, 1, 2, 3, 4].map((shade) => (
        <span key={shade} className={classes.cell} data-shade={shade} />
      ))}
      {asNumber(most)}
    </p>
  );
}
