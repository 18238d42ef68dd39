/** What is wrong with a field that says it by itself, or with several. */
import type { ReactNode } from "react";
import classes from "./field-error.module.css";

interface Props {
  /** For `aria-describedby`. */
  id: string;
  children: ReactNode;
}

export function FieldError({ id, children }: Props) {
  return (
    children && (
      <p id={id} className={classes.error}>
        {children}
      </p>
    )
  );
}
