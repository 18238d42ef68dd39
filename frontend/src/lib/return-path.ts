/** Where a person goes after signing in: only ever a page of this app. */

export const HOME = "/security";

export function returnPath(asked: unknown): string {
  if (typeof asked !== "string" || !/^\/(?![/\\])/.test(asked)) return HOME;
  // Control characters are dropped by URL parsers, so "/\t/example.org" would lead elsewhere.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here.
  if (/[\u0000-\u001f\\]/.test(asked) || /^\/(sign-in|set-up)/.test(asked)) return HOME;
  return asked;
}
