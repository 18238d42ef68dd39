/** Where a chart is drawn: the field, the scale at its side and some days below it. */
import { type ReactNode, useId } from "react";
import { scaleOf, ticksOf } from "@/lib/chart";
import { dayInShort } from "@/lib/moments";
import { asNumber } from "@/lib/numbers";
import classes from "./chart.module.css";

interface Props {
  /** The whole story in a sentence, for those who do not see it. */
  summary: string;
  /** The number at the upper edge. */
  top: number;
  /** All days from the left to the right. */
  dates: readonly string[];
  /** Where in the field the day of an index is, in percent from its left edge. */
  placeOf: (index: number) => number;
  /** Within 100 by 100, growing downwards. */
  children: ReactNode;
}

export function ChartField({ summary, top, dates, placeOf, children }: Props) {
  const titleId = useId();
  const scale = scaleOf(top);
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden="true">
        {scale.map((number) => (
          <span key={number}>{asNumber(number)}</span>
        ))}
      </div>
      <svg
        className={classes.field}
        role="img"
        aria-labelledby={titleId}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        <title id={titleId}>{summary}</title>
        {scale.length > 2 && <path className={classes.grid} d="M0 50H100" />}
        {children}
      </svg>
      <div className={classes.days} aria-hidden="true">
        {ticksOf(dates.length).map((index) => (
          <span key={index} style={{ insetInlineStart: `${placeOf(index)}%` }}>
            {dayInShort(dates[index] ?? "")}
          </span>
        ))}
      </div>
    </div>
  );
}
