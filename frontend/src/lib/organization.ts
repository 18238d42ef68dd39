/** Which organization this browser signs in to, where a link has said so: sign-ins without one go on with it. */

const KEY = "nightlatch.organization";

export function organizationOf(asked?: string): string | undefined {
  try {
    if (asked === undefined) return localStorage.getItem(KEY) ?? undefined;
    localStorage.setItem(KEY, asked);
  } catch {
    // A browser that keeps nothing has to be told each time.
  }
  return asked;
}
