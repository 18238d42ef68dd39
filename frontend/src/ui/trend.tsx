/** A number over time, as a line on its ground. */
import { useId } from "react";
import { areaPath, linePath, pointsOf } from "@/lib/chart";
import classes from "./chart.module.css";

interface Props {
  /** The whole story in a sentence, for those who do not see it. */
  summary: string;
  values: readonly number[];
  /** The number at the upper edge. */
  top: number;
  /** What stands below the left edge and the right one. */
  from: string;
  to: string;
}

export function Trend({ summary, values, top, from, to }: Props) {
  const titleId = useId();
  const points = pointsOf(values, top);
  return (
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
        <path className={classes.area} d={areaPath(points)} />
        <path className={classes.line} d={linePath(points)} />
      </svg>
      <Edges from={from} to={to} />
    </div>
  );
}

export function Scale({ top }: { top: number }) {
  return (
    <div className={classes.scale} aria-hidden="true">
      <span>{top}</span>
      <span>0</span>
    </div>
  );
}

export function Edges({ from, to }: { from: string; to: string }) {
  return (
    <div className={classes.edges} aria-hidden="true">
      <span>{from}</span>
      <span>{to}</span>
    </div>
  );
}
