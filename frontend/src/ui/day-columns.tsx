/** Numbers day by day, as columns; with more than one kind, each on top of the one before. */
import { useId } from "react";
import { columnsOf, topOf } from "@/lib/chart";
import classes from "./chart.module.css";
import { Edges, Scale } from "./trend";

interface Props {
  /** The whole story in a sentence, for those who do not see it. */
  summary: string;
  /** What the kinds are called; told below the columns where there are two. */
  kinds: readonly string[];
  days: readonly { date: string; values: readonly number[]; words: string }[];
  from: string;
  to: string;
}

export function DayColumns({ summary, kinds, days, from, to }: Props) {
  const titleId = useId();
  const top = topOf(days.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const columns = columnsOf(
    days.map(({ values }) => values),
    top,
  );
  return (
    <>
      <div className={classes.chart}>
        <Scale top={top} />
        <svg
          className={classes.field}
          role="img"
          aria-labelledby={titleId}
          viewBox="0 0 100 100"
          preserveAspectRatio="none"
        >
          <title id={titleId}>{summary}</title>
          {days.map(({ date, words }, day) => (
            <g key={date}>
              <title>{words}</title>
              {columns[day]?.map((block, kind) => (
                <rect key={kinds[kind]} className={classes.column} data-kind={kind} {...block} />
              ))}
            </g>
          ))}
        </svg>
        <Edges from={from} to={to} />
      </div>
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
