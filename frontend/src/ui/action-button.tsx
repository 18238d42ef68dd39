/** A button that works on something. While it cannot be used it still holds the focus: a disabled one would lose it. */
import { Button, type ButtonProps, Loader } from "@mantine/core";
import { type ComponentPropsWithoutRef, type MouseEvent, useEffect } from "react";
import classes from "./action-button.module.css";
import { useLatch } from "./use-latch";

type Props = ButtonProps & Omit<ComponentPropsWithoutRef<"button">, keyof ButtonProps> & Weight;

interface Weight {
  /** Takes away what cannot be brought back, or shuts somebody out. Among others, it stands apart from them. */
  grave?: boolean;
}

export function ActionButton({
  loading = false,
  disabled = false,
  grave = false,
  onClick,
  children,
  ...props
}: Props) {
  const idle = loading || disabled;
  const { once, release } = useLatch();
  useEffect(() => (loading ? release : undefined), [loading, release]);
  function press(event: MouseEvent<HTMLButtonElement>): void {
    if (idle) event.preventDefault();
    else if (onClick) once(() => onClick(event));
  }
  return (
    <Button
      {...(grave && { variant: "default" })}
      {...props}
      className={classes.button}
      aria-disabled={idle || undefined}
      aria-busy={loading || undefined}
      data-grave={grave || undefined}
      data-disabled={disabled && !loading ? true : undefined}
      // Whatever took the focus, as a dialog does, was begun and drawn.
      onBlur={release}
      // Enter in a field presses the form's button, so that this keeps a form from being sent twice, too.
      onClick={press}
    >
      <span className={loading ? classes.covered : undefined}>{children}</span>
      {loading && <Loader className={classes.loader} size="1.375rem" color="currentColor" aria-hidden />}
    </Button>
  );
}
