/** How the administrator made sure who it is that asks. */
import { Radio } from "@mantine/core";
import type { IdentityCheck } from "@/api/types";
import { words } from "@/lib/words";
import classes from "./user.module.css";
import { IDENTITY_CHECKS } from "./words";

const say = words("admin-users");

interface Props {
  value: IdentityCheck | undefined;
  onChange: (check: IdentityCheck) => void;
}

export function IdentityChoice({ value, onChange }: Props) {
  return (
    <fieldset className={classes.choice}>
      <legend>{say("identity")}</legend>
      <div className={classes.checks}>
        {IDENTITY_CHECKS.map((check) => (
          <Radio
            key={check}
            name="identityCheck"
            label={say(`identity.${check}`)}
            value={check}
            checked={value === check}
            onChange={() => onChange(check)}
          />
        ))}
      </div>
    </fieldset>
  );
}
