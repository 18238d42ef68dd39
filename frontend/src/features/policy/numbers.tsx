/** The finer rules. */
import { TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { PolicySettings } from "@/api/types";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import unseen from "@/ui/unseen.module.css";
import { type Edits, type NumberField, rangeError, ranges } from "./draft";
import classes from "./policy.module.css";
import { explained } from "./words";

const say = words("policy");

/** In the order in which they are shown. */
const fields = Object.keys(ranges) as NumberField[];

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

export function Numbers({ draft, error, editable, onChange }: Props) {
  return (
    <fieldset className={classes.numbers} disabled={!editable}>
      <legend className={unseen.words}>{say("details")}</legend>
      {fields.map((field) => (
        <NumberInput
          key={field}
          field={field}
          value={draft[field]}
          error={fieldMessage(error, field)}
          onChange={onChange}
        />
      ))}
      <div className={classes.checks}>
        <Checkbox
          label={say("skew")}
          description={say("skew.meaning")}
          checked={draft.skewSteps > 0}
          onChange={(event) => onChange({ skewSteps: event.currentTarget.checked ? 1 : 0 })}
        />
      </div>
    </fieldset>
  );
}

interface NumberProps {
  field: NumberField;
  value: number;
  /** Why the service refused it. */
  error: string | undefined;
  onChange: (edits: Edits) => void;
}

function NumberInput({ field, value, error, onChange }: NumberProps) {
  const { title, meaning } = explained(`number-${field}`);
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      min={ranges[field].least}
      max={ranges[field].most}
      label={title}
      description={meaning}
      value={Number.isNaN(value) ? "" : value}
      error={rangeError(field, value) ?? error}
      onChange={(event) => onChange({ [field]: event.currentTarget.valueAsNumber })}
    />
  );
}
