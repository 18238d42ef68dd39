/** What keys do on the signed-in pages: declared here alone, for what listens to them and what tells of them. */
import type { Permission } from "@/api/types";
import { type NavigationPage, pagesBehindName, pagesFor } from "../shell/navigation";

/** `Mod+k` is pressed at once, `g u` one after the other. */
export type Shortcut =
  | { keys: string; does: "find" | "help" | "search" | "new" }
  | { keys: string; goesTo: NavigationPage };

const everywhere: readonly Shortcut[] = [
  { keys: "Mod+k", does: "find" },
  { keys: "/", does: "search" },
  { keys: "n", does: "new" },
  { keys: "?", does: "help" },
];

export function shortcutsFor(permissions: readonly Permission[]): Shortcut[] {
  const pages = [...pagesFor(permissions), ...pagesBehindName(permissions)];
  return [...everywhere, ...pages.map((page) => ({ keys: `g ${page.key}`, goesTo: page }))];
}

/** Those that do not come in the way of whoever types, or of whoever has turned single keys off. */
export function isChord({ keys }: Shortcut): boolean {
  return keys.startsWith("Mod+");
}

interface Keystroke {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a keystroke is called above; nothing where it belongs to the system. */
export function keysOf({ key, ctrlKey, metaKey, altKey }: Keystroke, mac: boolean): string | undefined {
  if (altKey || (ctrlKey && metaKey)) return undefined;
  if (mac ? metaKey : ctrlKey) return `Mod+${key.toLowerCase()}`;
  return ctrlKey || metaKey ? undefined : key;
}

/** The first key of two, and when it was pressed in milliseconds. */
export interface Begun {
  keys: string;
  at: number;
}

const PATIENCE_MS = 1500;

/** What a keystroke means after the one before. */
export function pressed(
  begun: Begun | undefined,
  { keys, at }: Begun,
  shortcuts: readonly Shortcut[],
): { begun: Begun | undefined; meant: Shortcut | undefined } {
  const second = begun !== undefined && at - begun.at <= PATIENCE_MS;
  const all = second ? `${begun.keys} ${keys}` : keys;
  const meant = shortcuts.find((shortcut) => shortcut.keys === all);
  const begins = !meant && shortcuts.some((shortcut) => shortcut.keys.startsWith(`${keys} `));
  return { begun: begins ? { keys, at } : undefined, meant };
}
