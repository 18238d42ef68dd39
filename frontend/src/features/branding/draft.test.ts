import { expect, test } from "vitest";
import type { Branding } from "@/api/types";
import { draftOf, isChanged, isValid, objectionsTo, settingsOf, shownAccent } from "./draft";

const stored: Branding = {
  slug: "example",
  name: "Example",
  accent: "#3c58b3",
  support: { contact: "help@example.org", note: "Monday to Friday" },
  version: 3,
};
const empty: Branding = { slug: "example", name: "Example", version: 0 };

test("edits are laid over what is stored", () => {
  expect(draftOf(empty, {})).toEqual({ accent: "", contact: "", note: "" });
  expect(draftOf(stored, { accent: "#ff0000" })).toEqual({
    accent: "#ff0000",
    contact: "help@example.org",
    note: "Monday to Friday",
  });
  expect(draftOf({ ...stored, accent: "#000000" }, { note: "Daily" })).toMatchObject({ accent: "#000000" });
});

test("only what would be stored otherwise is a change", () => {
  expect(isChanged(stored, {})).toBe(false);
  expect(isChanged(stored, { accent: " #3C58B3 ", contact: "help@example.org " })).toBe(false);
  expect(isChanged(stored, { accent: "" })).toBe(true);
  expect(isChanged(empty, { contact: "help@example.org" })).toBe(true);
});

test("what is empty is left out", () => {
  expect(settingsOf(draftOf(stored, {}))).toEqual({ accent: stored.accent, support: stored.support });
  expect(settingsOf(draftOf(stored, { note: " " }))).toEqual({
    accent: "#3c58b3",
    support: { contact: "help@example.org" },
  });
  expect(settingsOf(draftOf(stored, { accent: "", contact: "" }))).toEqual({});
});

test("a colour has six digits, and a note somebody whom it is about", () => {
  const wrong = (edits: Partial<ReturnType<typeof draftOf>>) => objectionsTo(draftOf(empty, edits));
  expect(wrong({})).toEqual({});
  expect(wrong({ accent: "blue" })).toEqual({ accent: "not-a-colour" });
  expect(wrong({ accent: " #ABCDEF " })).toEqual({});
  expect(wrong({ note: "Daily" })).toEqual({ contact: "note-alone" });
  expect(isValid(draftOf(empty, { note: "Daily" }))).toBe(false);
  expect(isValid(draftOf(stored, {}))).toBe(true);
});

test("half a colour is not shown", () => {
  expect(shownAccent(draftOf(empty, { accent: "#ff" }))).toBeUndefined();
  expect(shownAccent(draftOf(empty, { accent: "#FF0000" }))).toBe("#ff0000");
});
