/** A one-time code: boxes that send themselves off, or a plain field where codes differ in length. */

import { useEffect, useRef, useState } from "react";
import { codeIn } from "@/lib/code-input";
import { either } from "@/lib/lists";
import { words } from "@/lib/words";
import { CodeInput } from "./code-input";
import { TextField } from "./text-field";

const say = words("ui");

/** What every app makes where nobody says otherwise. */
const USUAL = [6];

interface Props {
  label?: string | undefined;
  /** How many digits a code can have. */
  lengths: readonly number[];
  /** Each refusal empties it anew and takes the focus back; without a number, the focus stays where it is. */
  round?: number | undefined;
  busy?: boolean;
  invalid?: boolean;
  /** The ids of what there is to read about it: what is asked for, and what was wrong. */
  describedBy?: string | undefined;
  /** What is wrong with what stands in it. */
  error?: string | undefined;
  /** The code as soon as it is whole, and nothing before that. */
  onChange: (code: string | undefined) => void;
  /** Called when the last box is filled. A plain field never sends itself off: six digits may be the first of eight. */
  onComplete?: (code: string) => void;
}

export function OneTimeCode({ lengths, ...props }: Props) {
  const [only, ...others] = lengths.length > 0 ? lengths : USUAL;
  return only !== undefined && others.length === 0 ? (
    <Boxed key={only} length={only} {...props} />
  ) : (
    <Plain lengths={lengths} {...props} />
  );
}

function Boxed({
  label = say("code-label"),
  length,
  round,
  onChange,
  ...props
}: Omit<Props, "lengths"> & { length: number }) {
  const [digits, setDigits] = useState("");
  useEmptied(round, () => {
    setDigits("");
    onChange(undefined);
  });
  return (
    <CodeInput
      {...props}
      label={label}
      length={length}
      value={digits}
      focusRound={round}
      onChange={(next) => {
        setDigits(next);
        onChange(codeIn(next, [length]));
      }}
    />
  );
}

function Plain({
  label = say("code-label"),
  lengths,
  round,
  busy,
  invalid,
  describedBy,
  error,
  onChange,
}: Props) {
  const [text, setText] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEmptied(round, () => {
    setText("");
    onChange(undefined);
    field.current?.focus();
  });
  return (
    <TextField
      ref={field}
      label={label}
      description={say("code-description", { lengths: either(lengths) })}
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      readOnly={busy}
      error={error}
      aria-invalid={invalid || error ? true : undefined}
      aria-describedby={describedBy}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(codeIn(event.currentTarget.value, lengths));
      }}
    />
  );
}

/** Acts at the first round and at each further one. */
function useEmptied(round: number | undefined, empty: () => void): void {
  const latest = useRef(empty);
  latest.current = empty;
  useEffect(() => {
    if (round !== undefined) latest.current();
  }, [round]);
}
