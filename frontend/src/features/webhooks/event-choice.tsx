/** Which events a webhook is told of: all, or some kinds of them. */
import { Radio } from "@mantine/core";
import { CheckGroup } from "@/ui/check-group";
import { type Chosen, GROUPS, groupWords, patternInWords } from "./events";
import classes from "./webhooks.module.css";

interface Props {
  value: Chosen;
  error: string | undefined;
  onChange: (value: Chosen) => void;
}

export function EventChoice({ value, error, onChange }: Props) {
  const options = GROUPS.map((group) => ({ value: group, label: groupWords[group] }));
  return (
    <>
      <fieldset className={classes.choice}>
        <legend>Events</legend>
        <Radio
          name="events"
          label="All events"
          checked={value.everything}
          onChange={() => onChange({ ...value, everything: true })}
        />
        <Radio
          name="events"
          label="Some kinds of events"
          checked={!value.everything}
          onChange={() => onChange({ ...value, everything: false })}
        />
      </fieldset>
      {!value.everything && (
        <CheckGroup
          legend="Kinds of events"
          options={options}
          value={value.groups}
          error={error}
          onChange={(groups) => onChange({ ...value, groups })}
        />
      )}
      {!value.everything && value.others.length > 0 && (
        <p className={classes.quiet}>Also: {value.others.map(patternInWords).join(", ")}.</p>
      )}
    </>
  );
}
