import { expect, test } from "vitest";
import { COLUMNS, columnsIn, isUsual, USUAL } from "./columns";

test("a choice is read in the order of the columns, whatever the order in which it was made", () => {
  const shown = columnsIn({ version: 1, shown: ["created", "gone", "twoFactor"] });
  expect(shown).toEqual(["twoFactor", "created"]);
  expect(isUsual(shown)).toBe(false);
});

test("to choose none is a choice, too", () => {
  expect(columnsIn({ version: 1, shown: [] })).toEqual([]);
});

test("where nothing was chosen, or something makes no sense, the usual ones are seen", () => {
  for (const found of [
    undefined,
    null,
    "x",
    [],
    { shown: [] },
    { version: 2, shown: [] },
    { version: 1, shown: {} },
  ])
    expect(columnsIn(found)).toEqual(USUAL);
  expect(isUsual(USUAL)).toBe(true);
  expect(isUsual(COLUMNS)).toBe(false);
});
