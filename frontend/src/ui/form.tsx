/** A form that submits once and keeps its fields in one column. */
import type { ReactNode } from "react";
import classes from "./form.module.css";

interface Props {
  onSubmit: () => void;
  children: ReactNode;
  /** Names the form for those who list a page's landmarks. */
  label?: string;
}

export function Form({ onSubmit, children, label }: Props) {
  return (
    <form
      className={classes.form}
      aria-label={label}
      // The service's words beside a field are the same for everybody; a browser's bubbles are not.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Buttons side by side, or below each other where there is no room. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
