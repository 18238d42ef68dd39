import { expect, test } from "vitest";
import { needed } from "../page-permissions";
import { type Begun, keysOf, pressed, type Shortcut, shortcutsFor } from "./shortcuts";

const all = shortcutsFor(Object.values(needed));
const keysIn = (shortcuts: readonly Shortcut[]) => shortcuts.map(({ keys }) => keys);

/** What comes of keys that are pressed one after the other, so many milliseconds apart. */
function press(keys: string[], pause = 200): (string | undefined)[] {
  let begun: Begun | undefined;
  return keys.map((key, index) => {
    const after = pressed(begun, { keys: key, at: index * pause }, all);
    begun = after.begun;
    return after.meant?.keys;
  });
}

test("each shortcut has keys of its own", () => {
  expect(new Set(keysIn(all)).size).toBe(all.length);
});

test("nobody is told of a page that they may not see", () => {
  expect(keysIn(shortcutsFor([]))).toEqual(["Mod+k", "/", "n", "?", "g s", "g a", "g h"]);
  expect(keysIn(shortcutsFor(["policy.read"]))).toContain("g p");
});

test("one key, or two one after the other", () => {
  expect(press(["?"])).toEqual(["?"]);
  expect(press(["g", "u"])).toEqual([undefined, "g u"]);
  expect(press(["g", "g", "u"])).toEqual([undefined, undefined, "g u"]);
});

test("after g, a key that leads nowhere does nothing, and then all is as before", () => {
  expect(press(["g", "n", "n"])).toEqual([undefined, undefined, "n"]);
});

test("who waits for long begins anew", () => {
  expect(press(["g", "u"], 2000)).toEqual([undefined, undefined]);
  expect(press(["g", "n"], 2000)).toEqual([undefined, "n"]);
});

test("what is held besides tells what a key is for", () => {
  const none = { ctrlKey: false, metaKey: false, altKey: false };
  expect(keysOf({ ...none, key: "?" }, false)).toBe("?");
  expect(keysOf({ ...none, key: "K", ctrlKey: true }, false)).toBe("Mod+k");
  expect(keysOf({ ...none, key: "k", metaKey: true }, true)).toBe("Mod+k");
  expect(keysOf({ ...none, key: "k", ctrlKey: true }, true)).toBeUndefined();
  expect(keysOf({ ...none, key: "n", metaKey: true }, false)).toBeUndefined();
  expect(keysOf({ ...none, key: "n", altKey: true }, false)).toBeUndefined();
});
