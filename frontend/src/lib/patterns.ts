/** Messages as the build hands them over, and how they are said: Fluent's texts, variables and choices, and no more. */

/** Numbers are written as the language does. */
export type Values = Record<string, string | number>;

/** Text, or parts of it in a row. */
export type Pattern = string | readonly Part[];

type Part =
  | string
  /** The value of a variable. */
  | { value: string }
  /** One of several patterns: by a variable's value, or by the plural that it takes. */
  | { by: string; cases: Record<string, Pattern>; otherwise: string };

/** What a message lacks is left out: the types see to it that it lacks nothing. */
export function said(pattern: Pattern, values: Values, locale: string): string {
  if (typeof pattern === "string") return pattern;
  const told = pattern.map((part) => {
    if (typeof part === "string") return part;
    if ("value" in part) return written(values[part.value], locale);
    const { cases, otherwise } = part;
    const chosen = keysOf(values[part.by], locale).find((key) => Object.hasOwn(cases, key)) ?? otherwise;
    return said(cases[chosen] ?? "", values, locale);
  });
  return told.join("");
}

function written(value: string | number | undefined, locale: string): string {
  return typeof value === "number" ? value.toLocaleString(locale) : (value ?? "");
}

/** A case for the very value goes before one for its plural. */
function keysOf(value: string | number | undefined, locale: string): string[] {
  const plural = typeof value === "number" ? [new Intl.PluralRules(locale).select(value)] : [];
  return [String(value), ...plural];
}
