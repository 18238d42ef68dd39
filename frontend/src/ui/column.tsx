/** A page that does one thing, and has nothing beside it. */
import type { ReactNode } from "react";
import classes from "./page.module.css";

export function Column({ children }: { children: ReactNode }) {
  return <div className={classes.column}>{children}</div>;
}
