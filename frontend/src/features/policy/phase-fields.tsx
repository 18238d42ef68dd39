/** One phase: for whom, from when on, and how many days they may take. */
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { Phase } from "@/api/types";
import { asFieldValue, fromFieldValue } from "@/lib/moments";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { EVERYONE, MOST_GRACE_DAYS, type PhaseErrors, targetOf, withTarget } from "./phases";
import classes from "./rollout.module.css";

const say = words("policy");

interface Props {
  index: number;
  phase: Phase;
  roles: readonly string[];
  wrong: PhaseErrors;
  /** Why the last try to save it failed. */
  error: unknown;
  editable: boolean;
  onChange: (phase: Phase) => void;
  onRemove: () => void;
}

export function PhaseFields({ index, phase, roles, wrong, error, editable, onChange, onRemove }: Props) {
  const number = index + 1;
  const target = targetOf(phase);
  const refused = (field: string) => fieldMessage(error, `phases[${index}].${field}`);
  // A role that is gone meanwhile is shown all the same, or the choice would claim another one.
  const names = [...new Set([...roles, ...(target === EVERYONE ? [] : [target])])];
  return (
    <li>
      <fieldset className={classes.phase} disabled={!editable}>
        <legend className={classes.legend}>{say("phase", { number })}</legend>
        {editable && (
          <Button
            className={classes.remove}
            variant="subtle"
            size="compact-md"
            onClick={onRemove}
            aria-label={say("remove-phase.spoken", { number })}
          >
            {say("remove-phase")}
          </Button>
        )}
        <div className={classes.fields}>
          <NativeSelect
            size="md"
            label={say("phase-target")}
            data={[
              { value: EVERYONE, label: say("everyone") },
              ...names.map((name) => ({ value: name, label: roleWords(name) })),
            ]}
            value={target}
            error={wrong.target ?? refused("role")}
            onChange={(event) => onChange(withTarget(phase, event.currentTarget.value))}
          />
          <TextInput
            type="datetime-local"
            label={say("phase-start")}
            value={asFieldValue(phase.startsAt)}
            error={wrong.startsAt ?? refused("startsAt")}
            onChange={(event) => onChange({ ...phase, startsAt: fromFieldValue(event.currentTarget.value) })}
          />
          <TextInput
            type="number"
            inputMode="numeric"
            min={0}
            max={MOST_GRACE_DAYS}
            label={say("phase-grace")}
            value={Number.isNaN(phase.graceDays) ? "" : phase.graceDays}
            error={wrong.graceDays ?? refused("graceDays")}
            onChange={(event) => onChange({ ...phase, graceDays: event.currentTarget.valueAsNumber })}
          />
        </div>
      </fieldset>
    </li>
  );
}
