import { expect, test } from "vitest";
import { sources, textOf } from "./sources";

/** What closes a dialog may take words of what was done: a press is none. */
const BARE = /onClick=\{(onClose|close)\}/;

test("what closes a dialog is not handed the press that closes it", () => {
  expect(sources.filter((file) => BARE.test(textOf(file)))).toEqual([]);
});
