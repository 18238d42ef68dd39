/** A keyhole whose head is the moon. */
import classes from "./brand.module.css";

export function Brand({ large = false }: { large?: boolean }) {
  return (
    <span className={classes.brand} data-large={large || undefined}>
      <svg viewBox="0 0 32 32" aria-hidden="true" className={classes.mark}>
        <rect width="32" height="32" rx="8" fill="#233672" />
        <path d="M21.6 15.9A7.2 7.2 0 1 1 14.3 6a5.8 5.8 0 0 0 7.3 9.9z" fill="#ffd479" />
        <path d="M14.6 18.2h2.8l1.6 8h-6z" fill="#ffd479" />
      </svg>
      <span className={classes.word}>Nightlatch</span>
    </span>
  );
}
