/** One-time codes as they are typed. */

/** The digits of any text: spaces, hyphens and whatever else was copied along are left out. */
export function digitsOf(text: string): string {
  // Full-width and other decimal digits are what some keyboards type.
  return text.normalize("NFKC").replace(/\D/g, "");
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
