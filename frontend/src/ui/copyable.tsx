/** A text that is to be put in somewhere else, with a button that copies it. */
import type { ComponentProps } from "react";
import { CopyButton } from "./copy-button";
import classes from "./copyable.module.css";

export function Copyable(props: ComponentProps<typeof CopyButton>) {
  return (
    <div className={classes.copyable}>
      <span className={classes.text}>{props.text}</span>
      <CopyButton {...props} />
    </div>
  );
}
