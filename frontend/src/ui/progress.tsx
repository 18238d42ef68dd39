/** How far something has come, drawn and in words. */
import { words } from "@/lib/words";
import classes from "./progress.module.css";

const say = words("ui");

interface Props {
  label: string;
  value: number;
  max: number;
}

export function Progress({ label, value, max }: Props) {
  return (
    <div className={classes.progress}>
      <progress className={classes.bar} aria-label={label} value={value} max={max} />
      <p className={classes.words} role="status">
        {say("part-of-whole", { part: value, whole: max })}
      </p>
    </div>
  );
}
