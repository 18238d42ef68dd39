/** How the administrator made sure who it is that asks. */
import { Radio } from "@mantine/core";
import { useId } from "react";
import type { IdentityCheck } from "@/api/types";
import { words } from "@/lib/words";
import { FieldError } from "@/ui/field-error";
import classes from "./user.module.css";
import { IDENTITY_CHECKS } from "./words";

const say = words("admin-users");

interface Props {
  value: IdentityCheck | undefined;
  error: string | undefined;
  onChange: (check: IdentityCheck) => void;
}

export function IdentityChoice({ value, error, onChange }: Props) {
  const errorId = useId();
  return (
    <fieldset className={classes.choice} aria-describedby={error && errorId}>
      <legend>{say("identity")}</legend>
      <FieldError id={errorId}>{error}</FieldError>
      <div className={classes.checks}>
        {IDENTITY_CHECKS.map((check) => (
          <Radio
            key={check}
            name="identityCheck"
            label={say(`identity.${check}`)}
            value={check}
            error={!!error}
            aria-invalid={error ? true : undefined}
            checked={value === check}
            onChange={() => onChange(check)}
          />
        ))}
      </div>
    </fieldset>
  );
}
