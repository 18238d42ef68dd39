/** Numbers day by day, as columns; with more than one kind, each on top of the one before. */
import type { ComponentProps } from "react";
import { columnsOf, topOf } from "@/lib/chart";
import classes from "./chart.module.css";
import { ChartField } from "./chart-field";

interface Props extends Pick<ComponentProps<typeof ChartField>, "summary"> {
  /** What the kinds are called; told below the columns where there are two. */
  kinds: readonly string[];
  days: readonly { date: string; values: readonly number[]; words: string }[];
}

export function DayColumns({ summary, kinds, days }: Props) {
  const values = days.map((day) => day.values);
  const top = topOf(values.map((parts) => parts.reduce((sum, value) => sum + value, 0)));
  const columns = columnsOf(values, top);
  return (
    <>
      <ChartField
        summary={summary}
        top={top}
        dates={days.map(({ date }) => date)}
        placeOf={(index) => ((index + 0.5) / days.length) * 100}
      >
        {days.map(({ date, words }, day) => (
          <g key={date}>
            <title>{words}</title>
            {columns[day]?.map((block, kind) => (
              <rect key={kinds[kind]} className={classes.column} data-kind={kind} {...block} />
            ))}
          </g>
        ))}
      </ChartField>
      {kinds.length > 1 && (
        <ul className={classes.legend}>
          {kinds.map((name, kind) => (
            <li key={name}>
              <svg className={classes.swatch} viewBox="0 0 10 10" aria-hidden="true">
                <rect className={classes.column} data-kind={kind} width="10" height="10" rx="2" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
