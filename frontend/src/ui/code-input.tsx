/** A one-time code: one field, drawn as a box per digit. What fills in, reads out and edits fields knows it as any other. */
import {
  type ClipboardEvent,
  type CSSProperties,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { digitsOf } from "@/lib/code-input";
import classes from "./code-input.module.css";
import { FieldError } from "./field-error";

interface Props {
  label: string;
  /** How many digits make it whole. */
  length: number;
  value: string;
  onChange: (digits: string) => void;
  /** Called once, with the code, when the last digit is there. */
  onComplete?: (code: string) => void;
  /** A code is on its way: the field keeps the focus and takes nothing. */
  busy?: boolean;
  invalid?: boolean;
  describedBy?: string | undefined;
  /** What is wrong with what stands in it. */
  error?: string | undefined;
  /** Takes the focus when it appears, and again whenever this number changes. */
  focusRound?: number | undefined;
}

export function CodeInput(props: Props) {
  const { label, length, value, onChange, onComplete, busy, invalid, describedBy, error, focusRound } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  /** What is chosen in the field, or where the next digit goes. */
  const [[start, end], setChosen] = useState<readonly [number, number]>([0, 0]);
  /** What a keyboard that composes has not yet decided on: it must not be changed meanwhile. */
  const [composed, setComposed] = useState<string>();

  useEffect(() => {
    if (focusRound !== undefined) field.current?.focus();
  }, [focusRound]);

  function take(digits: string): void {
    const next = digits.slice(0, length);
    onChange(next);
    if (next.length === length && next !== value) onComplete?.(next);
  }

  /** Leaves the digits alone in the field, and the caret where it was among them. */
  function typed(input: HTMLInputElement): void {
    const digits = digitsOf(input.value).slice(0, length);
    const at = digitsOf(input.value.slice(0, input.selectionStart ?? undefined)).length;
    if (input.value !== digits) {
      input.value = digits;
      input.setSelectionRange(at, at);
    }
    follow(input);
    take(digits);
  }

  function follow({ selectionStart, selectionEnd }: HTMLInputElement): void {
    setChosen([selectionStart ?? 0, selectionEnd ?? 0]);
  }

  /** A whole code takes the place of what stands there. */
  function onPaste(event: ClipboardEvent): void {
    const digits = digitsOf(event.clipboardData.getData("text"));
    if (digits.length < length) return;
    event.preventDefault();
    if (busy) return;
    setChosen([length, length]);
    take(digits);
  }

  /** The text itself is not to be seen: a click chooses the digit in the box that it hits. */
  function onClick({ currentTarget: input, clientX }: MouseEvent<HTMLInputElement>): void {
    const { left, width } = input.getBoundingClientRect();
    const box = Math.floor(((clientX - left) / width) * length);
    if (input.selectionStart === input.selectionEnd && box < value.length)
      input.setSelectionRange(box, box + 1);
    follow(input);
  }

  const at = Math.min(start, value.length, length - 1);
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <div className={classes.boxes} style={{ "--boxes": length } as CSSProperties}>
        <input
          ref={field}
          id={id}
          className={classes.field}
          aria-invalid={invalid || error ? true : undefined}
          aria-describedby={[describedBy, error && `${id}-error`].filter(Boolean).join(" ") || undefined}
          aria-busy={busy || undefined}
          readOnly={busy}
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          value={composed ?? value}
          onSelect={(event) => follow(event.currentTarget)}
          onClick={onClick}
          onPaste={onPaste}
          onChange={({ target, nativeEvent }) =>
            (nativeEvent as InputEvent).isComposing ? setComposed(target.value) : typed(target)
          }
          onCompositionEnd={({ currentTarget }) => {
            setComposed(undefined);
            typed(currentTarget);
          }}
        />
        {boxes(digitsOf(composed ?? value), length, (box) => ({
          "data-at": box === at || undefined,
          "data-chosen": (start <= box && box < end) || undefined,
          "data-half": box === length / 2 || undefined,
        }))}
      </div>
      <FieldError id={`${id}-error`}>{error}</FieldError>
    </div>
  );
}

/** What is to be seen of it. */
function boxes(digits: string, length: number, marks: (box: number) => object): ReactNode {
  return Array.from({ length }, (_, box) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the boxes are their positions.
    <span key={box} className={classes.box} aria-hidden {...marks(box)}>
      {digits[box]}
    </span>
  ));
}
