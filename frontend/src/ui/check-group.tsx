/** Of several things, those that are ticked. */
import { useId } from "react";
import classes from "./check-group.module.css";
import { Checkbox } from "./checkbox";
import { FieldError } from "./field-error";

interface Option<Value> {
  value: Value;
  label: string;
  description?: string | undefined;
  disabled?: boolean;
}

interface Props<Value> {
  legend: string;
  options: readonly Option<Value>[];
  value: readonly Value[];
  error: string | undefined;
  onChange: (value: Value[]) => void;
}

export function CheckGroup<Value extends string>({ legend, options, value, error, onChange }: Props<Value>) {
  const errorId = useId();
  const without = (one: Value) => value.filter((other) => other !== one);
  return (
    <fieldset className={classes.group} aria-describedby={error && errorId}>
      <legend>{legend}</legend>
      <FieldError id={errorId}>{error}</FieldError>
      {options.map(({ value: one, ...option }) => (
        <Checkbox
          key={one}
          {...option}
          error={!!error}
          aria-invalid={error ? true : undefined}
          checked={value.includes(one)}
          onChange={(event) => onChange(event.currentTarget.checked ? [...value, one] : without(one))}
        />
      ))}
    </fieldset>
  );
}
