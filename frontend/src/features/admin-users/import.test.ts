import { expect, test } from "vitest";
import type { ImportResult } from "@/api/types";
import { type ImportEvent, type ImportFile, type ImportState, importing, start } from "./import";

const file: ImportFile = {
  name: "people.jsonl",
  parts: [
    { text: "a\nb", before: 0, lines: 2 },
    { text: "c", before: 2, lines: 1 },
  ],
};

function part(changes: Partial<ImportResult>): ImportResult {
  const none = { imported: 0, existing: 0, failed: 0, withFactor: 0, withoutPassword: 0, errors: [] };
  return { dryRun: true, ...none, ...changes };
}

const error = { line: 1, code: "duplicate", message: "An earlier line has this address." };

function after(...events: ImportEvent[]): ImportState {
  return events.reduce(importing, start);
}

const checked: ImportEvent[] = [
  { type: "chosen", file },
  { type: "answered", result: part({ imported: 2, withFactor: 1 }) },
  { type: "answered", result: part({ failed: 1, errors: [error] }) },
];

test("the parts of a file give one result, and errors keep their lines", () => {
  expect(after(...checked.slice(0, 2))).toMatchObject({ step: "checking", done: 1 });
  expect(after(...checked)).toMatchObject({
    step: "checked",
    result: { imported: 2, withFactor: 1, failed: 1, errors: [{ line: 3 }] },
  });
});

test("nothing is imported before it was checked", () => {
  expect(after({ type: "confirmed" })).toBe(start);
  expect(after(...checked, { type: "confirmed" })).toMatchObject({ step: "importing", done: 0 });
});

test("what was refused can be begun again", () => {
  const why = new Error("gone");
  expect(after({ type: "chosen", file }, { type: "refused", why })).toEqual({ step: "choosing", why });
  const interrupted = after(...checked, { type: "confirmed" }, { type: "refused", why });
  expect(interrupted).toMatchObject({ step: "checked", why, result: { imported: 2 } });
});

test("it ends with the last part", () => {
  const result = part({ dryRun: false, imported: 1 });
  const state = after(
    ...checked,
    { type: "confirmed" },
    { type: "answered", result },
    { type: "answered", result },
  );
  expect(state).toMatchObject({ step: "imported", result: { imported: 2 } });
});
