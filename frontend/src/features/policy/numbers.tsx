/** The finer rules. */
import { TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { PolicySettings } from "@/api/types";
import { Checkbox } from "@/ui/checkbox";
import unseen from "@/ui/unseen.module.css";
import { type Edits, type NumberField, rangeError, ranges } from "./draft";
import classes from "./policy.module.css";

const fields: { field: NumberField; label: string; description: string }[] = [
  {
    field: "recoveryCodeCount",
    label: "Recovery codes per person",
    description: "How many a new set has, from 6 to 16.",
  },
  {
    field: "secretMaxAgeDays",
    label: "Renew authenticators after (days)",
    description: "Owners are asked to replace older keys. 0 means never.",
  },
  {
    field: "trustedDeviceDays",
    label: "Trust browsers for (days)",
    description: "How long people may skip the code on a browser of theirs. 0 means never, 30 is the most.",
  },
  {
    field: "stepUpMaxAgeMinutes",
    label: "Ask again after (minutes)",
    description: "How old a second factor may be for a change of security settings.",
  },
];

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

export function Numbers({ draft, error, editable, onChange }: Props) {
  return (
    <fieldset className={classes.numbers} disabled={!editable}>
      <legend className={unseen.words}>Details</legend>
      {fields.map(({ field, label, description }) => (
        <TextInput
          key={field}
          type="number"
          inputMode="numeric"
          min={ranges[field].least}
          max={ranges[field].most}
          label={label}
          description={description}
          value={Number.isNaN(draft[field]) ? "" : draft[field]}
          error={rangeError(field, draft[field]) ?? fieldMessage(error, field)}
          onChange={(event) => onChange({ [field]: event.currentTarget.valueAsNumber })}
        />
      ))}
      <div className={classes.checks}>
        <Checkbox
          label="Accept the code before and after the current one"
          description="Forgives clocks that are up to 30 seconds off."
          checked={draft.skewSteps > 0}
          onChange={(event) => onChange({ skewSteps: event.currentTarget.checked ? 1 : 0 })}
        />
      </div>
    </fieldset>
  );
}
