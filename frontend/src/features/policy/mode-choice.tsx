/** Three modes, each with its meaning. */
import { Radio } from "@mantine/core";
import type { Mode } from "@/api/types";
import classes from "./policy.module.css";
import { MODES, modeWords } from "./words";

interface Props {
  value: Mode;
  editable: boolean;
  onChange: (mode: Mode) => void;
}

export function ModeChoice({ value, editable, onChange }: Props) {
  return (
    <fieldset className={classes.modes} disabled={!editable}>
      <legend className={classes.legend}>Mode</legend>
      {MODES.map((mode) => (
        <Radio
          key={mode}
          name="mode"
          value={mode}
          checked={value === mode}
          onChange={() => onChange(mode)}
          label={modeWords[mode].title}
          description={modeWords[mode].meaning}
          classNames={{
            root: classes.mode,
            label: classes.title,
            body: classes.choice,
            inner: classes.button,
          }}
        />
      ))}
    </fieldset>
  );
}
