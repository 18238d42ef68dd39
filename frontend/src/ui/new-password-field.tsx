/** A password that is being chosen, and how good it is. */

import { words } from "@/lib/words";
import { PasswordField } from "./password-field";
import { type MeterProps, PasswordMeter } from "./password-meter";
import classes from "./password-meter.module.css";
import type { TextFieldProps } from "./text-field";

const say = words("passwords");

interface Props extends Omit<TextFieldProps, "value" | "description">, MeterProps {
  value: string;
  description?: string | undefined;
}

/** Where only the service knows whether fewer characters will do, it is asked for as many as are always enough. */
const ALWAYS_ENOUGH = 15;

export function NewPasswordField({ minLength, known, description, ...field }: Props) {
  const shortest = say("shortest", { count: minLength ?? ALWAYS_ENOUGH });
  return (
    <div className={classes.field}>
      <PasswordField
        {...field}
        autoComplete="new-password"
        description={[shortest, description].filter(Boolean).join(" ")}
      />
      <PasswordMeter password={field.value} known={known} minLength={minLength} />
    </div>
  );
}
