/** A form that submits once and keeps its fields in one column. */
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./form.module.css";

interface Props {
  onSubmit: () => void;
  children: ReactNode;
  /** Names the form for those who list a page's landmarks. */
  label?: string;
  /** Why the last try failed: the first field that is to blame takes the focus, and its words are read. */
  error?: unknown;
}

export function Form({ onSubmit, children, label, error }: Props) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error]);
  return (
    <form
      ref={form}
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
