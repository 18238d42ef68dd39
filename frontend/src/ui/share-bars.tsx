/** How much of each whole there is: a bar, and beside it the numbers that it draws. */
import type { ReactNode } from "react";
import { percent } from "@/lib/chart";
import { asPercent } from "@/lib/numbers";
import { words } from "@/lib/words";
import classes from "./chart.module.css";

const say = words("ui");

interface Bar {
  id: string;
  name: ReactNode;
  part: number;
  whole: number;
  /** What is to be said of it, below. */
  note?: ReactNode;
}

export function ShareBars({ label, bars }: { label: string; bars: readonly Bar[] }) {
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map(({ id, name, part, whole, note }) => (
        <li key={id} className={classes.bar}>
          <span>{name}</span>
          <span className={classes.numbers}>
            {say("part-of-whole", { part, whole })}
            <span className={classes.percent}>{asPercent(percent(part, whole))}</span>
          </span>
          <svg className={classes.track} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
            <rect className={classes.rest} width="100" height="1" />
            <rect className={classes.column} data-kind="0" width={percent(part, whole)} height="1" />
          </svg>
          {note && <span className={classes.note}>{note}</span>}
        </li>
      ))}
    </ul>
  );
}
