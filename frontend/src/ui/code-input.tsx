/** A box per digit of a one-time code. They take typing, pasting and what a phone fills in. */
import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, useEffect, useRef } from "react";
import { type Boxes, complete, enter, erase } from "@/lib/code-input";
import { words } from "@/lib/words";
import classes from "./code-input.module.css";

const say = words("ui");

interface Props {
  label: string;
  value: Boxes;
  onChange: (value: Boxes) => void;
  /** Called once, with the code, when the last box is filled. */
  onComplete?: (code: string) => void;
  /** A code is on its way: the boxes keep the focus and take nothing. */
  busy?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  /** Takes the focus when it appears, and again whenever this number changes. */
  focusRound?: number | undefined;
}

export function CodeInput(props: Props) {
  const { label, value, onChange, onComplete, busy, invalid, describedBy, focusRound } = props;
  const inputs = useRef<(HTMLInputElement | null)[]>([]);

  useEffect(() => {
    if (focusRound !== undefined) inputs.current[0]?.focus();
  }, [focusRound]);

  function move(next: Boxes): void {
    if (busy) return;
    onChange(next);
    inputs.current[next.focus]?.focus();
    const code = complete(next);
    if (code && code !== complete(value)) onComplete?.(code);
  }

  function onKeyDown(event: KeyboardEvent, index: number): void {
    const neighbour = { ArrowLeft: index - 1, ArrowRight: index + 1 }[event.key];
    if (neighbour !== undefined) inputs.current[neighbour]?.focus();
    else if (event.key === "Backspace") move(erase(value, index));
    else return;
    event.preventDefault();
  }

  function onPaste(event: ClipboardEvent, index: number): void {
    event.preventDefault();
    move(enter(value, index, event.clipboardData.getData("text")));
  }

  return (
    <fieldset className={classes.group} aria-describedby={describedBy} aria-busy={busy}>
      <legend className={classes.label}>{label}</legend>
      <div className={classes.boxes} style={{ "--boxes": value.digits.length } as CSSProperties}>
        {value.digits.map((digit, index) => (
          <input
            // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are their positions.
            key={index}
            ref={(element) => {
              inputs.current[index] = element;
            }}
            className={classes.box}
            aria-label={say("digit", { label, number: index + 1 })}
            aria-invalid={invalid || undefined}
            readOnly={busy}
            inputMode="numeric"
            autoComplete={index === 0 ? "one-time-code" : "off"}
            autoCapitalize="off"
            spellCheck={false}
            data-1p-ignore={index > 0 || undefined}
            data-half={index === value.digits.length / 2 || undefined}
            value={digit}
            onFocus={(event) => event.target.select()}
            onChange={(event) => move(enter(value, index, typedInto(event.target.value, digit)))}
            onKeyDown={(event) => onKeyDown(event, index)}
            onPaste={(event) => onPaste(event, index)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** A box that holds a digit already gives both: the new one counts. A whole code that was filled in stays whole. */
function typedInto(text: string, before: string | undefined): string {
  return text.length === 2 && before ? text.replace(before, "") : text;
}
