import { expect, test } from "vitest";
import { coversShown, includes, nobody, type SelectionEvent, selection, sizeOf } from "./selection";

const shown = ["1", "2", "3"];
const play = (...events: SelectionEvent[]) => events.reduce(selection, nobody);
const tick = (id: string): SelectionEvent => ({ type: "ticked", id, shown });

test("one after the other, and back", () => {
  expect(play(tick("1"), tick("3"))).toEqual({ kind: "some", ids: ["1", "3"] });
  expect(play(tick("1"), tick("3"), tick("1"))).toEqual({ kind: "some", ids: ["3"] });
});

test("everybody who is shown, and nobody again", () => {
  const all = play(tick("2"), { type: "tickedShown", shown });
  expect(coversShown(all, shown)).toBe(true);
  expect(sizeOf(all, 240)).toBe(3);
  expect(selection(all, { type: "tickedShown", shown })).toEqual(nobody);
  expect(coversShown(nobody, [])).toBe(false);
});

test("everybody whom the filter fits, shown or not", () => {
  const all = play({ type: "tickedAll" });
  expect(includes(all, "not shown")).toBe(true);
  expect(sizeOf(all, 240)).toBe(240);
  expect(selection(all, { type: "cleared" })).toEqual(nobody);
});

test("whoever takes one out of everybody is left with the others that are shown", () => {
  expect(play({ type: "tickedAll" }, tick("2"))).toEqual({ kind: "some", ids: ["1", "3"] });
});
