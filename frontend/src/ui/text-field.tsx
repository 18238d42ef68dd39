/** A labelled field of one line. Pages before the sign-in use it in place of Mantine's, which weighs ten times as much. */
import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import { FieldError } from "./field-error";
import classes from "./text-field.module.css";

export interface TextFieldProps extends Omit<ComponentPropsWithRef<"input">, "id" | "className"> {
  label: string;
  description?: ReactNode;
  /** What is wrong with what stands in it. */
  error?: ReactNode;
  /** Stands within the field, at its end. */
  aside?: ReactNode;
}

export function TextField({ label, description, error, aside, ...input }: TextFieldProps) {
  const id = useId();
  const { "aria-describedby": besides, ...given } = input;
  const about = [description && `${id}-about`, error && `${id}-error`, besides].filter(Boolean).join(" ");
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {description && (
        <p className={classes.about} id={`${id}-about`}>
          {description}
        </p>
      )}
      <div className={classes.box}>
        <input
          aria-invalid={error ? true : undefined}
          aria-describedby={about || undefined}
          {...given}
          id={id}
          className={classes.input}
          data-aside={aside ? true : undefined}
        />
        {aside}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}
