/** Fields that narrow a list down. Where there is little room, they lie behind a button that says how many are in force. */
import { Button } from "@mantine/core";
import { type ReactNode, useId, useState } from "react";
import { words } from "@/lib/words";
import classes from "./filter-fold.module.css";

const say = words("tools");

interface Props {
  /** How many of them leave something out. */
  inForce: number;
  children: ReactNode;
}

export function FilterFold({ inForce, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <Button
        className={classes.button}
        variant="default"
        size="sm"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {say("filters", { count: inForce })}
      </Button>
      <div id={id} className={classes.fields} data-open={open || undefined}>
        {children}
      </div>
    </>
  );
}
