/** A row of boxes and one code: what typing, pasting and erasing do to them. */

export interface Boxes {
  /** One digit or nothing per box. */
  digits: readonly string[];
  /** The box that takes the next digit. */
  focus: number;
}

export function emptyBoxes(length: number): Boxes {
  return { digits: Array<string>(length).fill(""), focus: 0 };
}

/** The digits of any text: spaces, hyphens and whatever else was copied along are left out. */
export function digitsOf(text: string): string {
  // Full-width and other decimal digits are what some keyboards type.
  return text.normalize("NFKC").replace(/\D/g, "");
}

/** Puts what was typed or pasted into the boxes, from `index` on; a whole code fills them all. */
export function enter({ digits, focus }: Boxes, index: number, text: string): Boxes {
  const typed = digitsOf(text);
  if (typed === "") return { digits, focus };
  const start = typed.length >= digits.length ? 0 : index;
  const next = [...digits];
  for (const [offset, digit] of [...typed].slice(0, digits.length - start).entries())
    next[start + offset] = digit;
  return { digits: next, focus: Math.min(start + typed.length, digits.length - 1) };
}

/** Backspace: empties this box, or the one before where this one is empty. */
export function erase({ digits }: Boxes, index: number): Boxes {
  const at = digits[index] === "" ? Math.max(0, index - 1) : index;
  return { digits: digits.map((digit, box) => (box === at ? "" : digit)), focus: at };
}

/** The code, once every box has its digit. */
export function complete({ digits }: Boxes): string | undefined {
  return digits.every((digit) => digit !== "") ? digits.join("") : undefined;
}

/** The code that a text holds, if it has one of these lengths. */
export function codeIn(text: string, lengths: readonly number[]): string | undefined {
  const code = digitsOf(text);
  return lengths.includes(code.length) ? code : undefined;
}

/** Each length once, the shortest first: what the codes of these authenticators can have. */
export function lengthsOf(authenticators: readonly { digits: number }[]): number[] {
  return [...new Set(authenticators.map(({ digits }) => digits))].sort((one, other) => one - other);
}

/** The length that all codes have, as words tell it, or that any is possible. */
export function soleLength(lengths: readonly number[]): number | "any" {
  const [only, ...others] = lengths;
  return only !== undefined && others.length === 0 ? only : "any";
}
