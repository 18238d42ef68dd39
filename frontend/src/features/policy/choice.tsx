/** One of a few, each as a card with its meaning. */
import { Radio } from "@mantine/core";
import unseen from "@/ui/unseen.module.css";
import classes from "./policy.module.css";

interface Props<Value extends string> {
  /** Of the form's field. */
  name: string;
  legend: string;
  /** Where the heading above says it already, the legend is for screen readers alone. */
  quiet?: boolean;
  /** One below the other, for titles that are long. */
  stacked?: boolean;
  words: Record<Value, { title: string; meaning: string }>;
  value: Value;
  editable: boolean;
  onChange: (value: Value) => void;
}

export function Choice<Value extends string>({
  name,
  legend,
  quiet,
  stacked,
  words,
  value,
  editable,
  onChange,
}: Props<Value>) {
  return (
    <fieldset className={classes.modes} data-stacked={stacked || undefined} disabled={!editable}>
      <legend className={quiet ? unseen.words : classes.question}>{legend}</legend>
      {(Object.keys(words) as Value[]).map((option) => (
        <Radio
          key={option}
          name={name}
          value={option}
          checked={value === option}
          onChange={() => onChange(option)}
          label={words[option].title}
          description={words[option].meaning}
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
