/** Where a chart is drawn: the field, the scale at its side and the days below its edges. */
import { type ReactNode, useId } from "react";
import classes from "./chart.module.css";

interface Props {
  /** The whole story in a sentence, for those who do not see it. */
  summary: string;
  /** The number at the upper edge. */
  top: number;
  /** What stands below the left edge and the right one. */
  from: string;
  to: string;
  /** Within 100 by 100, growing downwards. */
  children: ReactNode;
}

export function ChartField({ summary, top, from, to, children }: Props) {
  const titleId = useId();
  return (
    <div className={classes.chart}>
      <div className={classes.scale} aria-hidden="true">
        <span>{top}</span>
        <span>0</span>
      </div>
      <svg
        className={classes.field}
        role="img"
        aria-labelledby={titleId}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
      >
        <title id={titleId}>{summary}</title>
        {children}
      </svg>
      <div className={classes.edges} aria-hidden="true">
        <span>{from}</span>
        <span>{to}</span>
      </div>
    </div>
  );
}
