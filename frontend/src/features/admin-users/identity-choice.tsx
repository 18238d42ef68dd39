/** How the administrator made sure who it is that asks. */
import { Radio } from "@mantine/core";
import type { IdentityCheck } from "@/api/types";
import classes from "./user.module.css";
import { IDENTITY_CHECKS, identityCheckWords } from "./words";

interface Props {
  value: IdentityCheck | undefined;
  onChange: (check: IdentityCheck) => void;
}

export function IdentityChoice({ value, onChange }: Props) {
  return (
    <fieldset className={classes.choice}>
      <legend>How did you make sure that it is them?</legend>
      <div className={classes.checks}>
        {IDENTITY_CHECKS.map((check) => (
          <Radio
            key={check}
            name="identityCheck"
            label={identityCheckWords[check]}
            value={check}
            checked={value === check}
            onChange={() => onChange(check)}
          />
        ))}
      </div>
    </fieldset>
  );
}
