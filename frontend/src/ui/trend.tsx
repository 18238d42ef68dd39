/** A number over time, as a line on its ground. */
import type { ComponentProps } from "react";
import { areaPath, linePath, pointsOf } from "@/lib/chart";
import classes from "./chart.module.css";
import { ChartField } from "./chart-field";

interface Props extends Omit<ComponentProps<typeof ChartField>, "children" | "placeOf"> {
  /** Of each day. */
  values: readonly number[];
}

export function Trend({ values, ...field }: Props) {
  const points = pointsOf(values, field.top);
  return (
    <ChartField {...field} placeOf={(index) => points[index]?.[0] ?? 0}>
      <path className={classes.area} d={areaPath(points)} />
      <path className={classes.line} d={linePath(points)} />
    </ChartField>
  );
}
