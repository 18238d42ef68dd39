/** How far something has come, drawn and in words. */
import classes from "./progress.module.css";

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
        {value} of {max}
      </p>
    </div>
  );
}
