/** A secret as it is shown once: to be copied, or read out. */
import classes from "./slip.module.css";

export function Slip({ label, secret }: { label: string; secret: string }) {
  return (
    <section className={classes.slip} aria-label={label}>
      <code>{secret}</code>
    </section>
  );
}
