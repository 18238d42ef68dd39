/** What this browser remembers from one visit to the next. Nothing secret belongs here. */

/** Nothing where there is nothing, or where the browser keeps nothing. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether the browser keeps it. `undefined` is forgotten. */
export function remember(key: string, value: string | undefined): boolean {
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}
