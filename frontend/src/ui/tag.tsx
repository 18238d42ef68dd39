/** A short state, told by its words and only then by its colour. */
import type { ReactNode } from "react";
import classes from "./tag.module.css";

export function Tag({
  tone,
  children,
}: {
  tone: "good" | "warn" | "bad" | "info" | "quiet";
  children: ReactNode;
}) {
  return (
    <span className={classes.tag} data-tone={tone}>
      {children}
    </span>
  );
}
