/** Six boxes and one code: what typing, pasting and erasing do to them. */

export const CODE_LENGTH = 6;

export interface Boxes {
  /** One digit or nothing per box. */
  digits: readonly string[];
  /** The box that takes the next digit. */
  focus: number;
}

export const emptyBoxes: Boxes = { digits: Array<string>(CODE_LENGTH).fill(""), focus: 0 };

/** The digits of any text: spaces, hyphens and whatever else was copied along are left out. */
export function digitsOf(text: string): string {
  // Full-width and other decimal digits are what some keyboards type.
  return text.normalize("NFKC").replace(/\D/g, "");
}

/** Puts what was typed or pasted into the boxes, from `index` on; a whole code fills them all. */
export function enter({ digits, focus }: Boxes, index: number, text: string): Boxes {
  const typed = digitsOf(text);
  if (typed === "") return { digits, focus };
  const start = typed.length >= CODE_LENGTH ? 0 : index;
  const next = [...digits];
  for (const [offset, digit] of [...typed].slice(0, CODE_LENGTH - start).entries())
    next[start + offset] = digit;
  return { digits: next, focus: Math.min(start + typed.length, CODE_LENGTH - 1) };
}

/** Backspace: empties this box, or the one before where this one is empty. */
export function erase({ digits }: Boxes, index: number): Boxes {
  const at = digits[index] === "" ? Math.max(0, index - 1) : index;
  return { digits: digits.map((digit, box) => (box === at ? "" : digit)), focus: at };
}

/** The code, once every box has its digit. */
export function complete({ digits }: Boxes): string | undefined {
  const code = digits.join("");
  return code.length === CODE_LENGTH ? code : undefined;
}
