/** Something secret that is shown once, on a slip of its own. */
import classes from "./slip.module.css";

export function Slip({ label, text }: { label: string; text: string }) {
  return (
    <section className={classes.slip} aria-label={label}>
      <code>{text}</code>
    </section>
  );
}
