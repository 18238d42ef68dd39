/** A button that reads like a link: it changes what is shown here and leads nowhere else. */
import type { ReactNode } from "react";
import classes from "./text-button.module.css";

export function TextButton({ onClick, children }: { onClick: () => void; children?: ReactNode }) {
  return (
    <button type="button" className={classes.button} onClick={onClick}>
      {children}
    </button>
  );
}
