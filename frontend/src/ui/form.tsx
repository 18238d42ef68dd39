/** A form that submits once and keeps its fields in one column. */
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./form.module.css";
import type { Insisted } from "./insisted";
import { useLatch } from "./use-latch";

interface Props {
  /** What it gives is waited for, where that is a promise. */
  onSubmit: () => unknown;
  children: ReactNode;
  /** Names the form for those who list a page's landmarks. */
  label?: string;
  /** Why the last try failed: the first field that is to blame takes the focus, and its words are read. */
  error?: unknown;
  /** Whether there is all that it takes. Where something lacks, the first field that says so takes the focus. */
  ready?: boolean | undefined;
  insisted?: Insisted | undefined;
}

export function Form({ onSubmit, children, label, error, ready = true, insisted }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const round = insisted?.round;
  useEffect(() => {
    if (error || round) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [error, round]);
  const { once, release } = useLatch();
  const wasBusy = useRef(false);
  useEffect(() => {
    const busy = !!form.current?.querySelector("[aria-busy=true]");
    if (wasBusy.current && !busy) release();
    wasBusy.current = busy;
  });
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={label}
      // The service's words beside a field are the same for everybody; a browser's bubbles are not.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) once(onSubmit);
        else insisted?.insist();
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
