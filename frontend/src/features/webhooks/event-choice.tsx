/** Which events a webhook is told of: all, or some kinds of them. */
import { Radio } from "@mantine/core";
import { listed } from "@/lib/lists";
import { words } from "@/lib/words";
import { CheckGroup } from "@/ui/check-group";
import quiet from "@/ui/quiet.module.css";
import { type Chosen, GROUPS, groupWords, patternInWords } from "./events";
import classes from "./webhooks.module.css";

const say = words("webhooks");

interface Props {
  value: Chosen;
  error: string | undefined;
  onChange: (value: Chosen) => void;
}

export function EventChoice({ value, error, onChange }: Props) {
  const options = GROUPS.map((group) => ({ value: group, label: groupWords(group) }));
  return (
    <>
      <fieldset className={classes.choice}>
        <legend>{say("events")}</legend>
        <Radio
          name="events"
          label={say("all")}
          checked={value.everything}
          onChange={() => onChange({ ...value, everything: true })}
        />
        <Radio
          name="events"
          label={say("some")}
          checked={!value.everything}
          onChange={() => onChange({ ...value, everything: false })}
        />
      </fieldset>
      {!value.everything && (
        <CheckGroup
          legend={say("kinds")}
          options={options}
          value={value.groups}
          error={error}
          onChange={(groups) => onChange({ ...value, groups })}
        />
      )}
      {!value.everything && value.others.length > 0 && (
        <p className={quiet.small}>{say("also", { events: listed(value.others.map(patternInWords)) })}</p>
      )}
    </>
  );
}
