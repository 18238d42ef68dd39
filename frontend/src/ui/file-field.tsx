/** A labelled field for a file of one's own. */
import { type ComponentPropsWithRef, useId } from "react";
import classes from "./file-field.module.css";
import quiet from "./quiet.module.css";

interface Props extends Omit<ComponentPropsWithRef<"input">, "id" | "className" | "type"> {
  label: string;
  description?: string;
  /** What is wrong with the file. */
  error: string | undefined;
  /** Whether that is spoken by itself: where no press on something else brings the focus back here. */
  spoken?: boolean;
}

export function FileField({ label, description, error, spoken = false, ...input }: Props) {
  const id = useId();
  const about = [description && `${id}-about`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      {description && (
        <p className={`${quiet.text} ${classes.about}`} id={`${id}-about`}>
          {description}
        </p>
      )}
      <input
        {...input}
        id={id}
        className={classes.file}
        type="file"
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
      />
      <div role={spoken ? "alert" : undefined}>
        {error && (
          <p id={`${id}-error`} className={classes.error}>
            {error}
          </p>
        )}
      </div>
    </div>
  );
}
