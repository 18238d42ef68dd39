import { expect, test } from "vitest";
import { Unreachable } from "@/api/problem";
import { type ExportEvent, exportRun, sizeInWords, start } from "./export-run";

const play = (...events: ExportEvent[]) => events.reduce(exportRun, start);

test("what has come is counted until it is saved", () => {
  const half: ExportEvent[] = [{ type: "begun" }, { type: "received", bytes: 5 }];
  expect(play(...half, { type: "received", bytes: 7 })).toEqual({ step: "running", bytes: 12 });
  expect(play(...half, { type: "ended" })).toEqual({ step: "saved", bytes: 5 });
});

test("what somebody stopped is no failure", () => {
  expect(play({ type: "begun" }, { type: "stopped" })).toEqual(start);
  const why = new DOMException("", "AbortError");
  expect(play({ type: "begun" }, { type: "failed", why })).toEqual(start);
  expect(play({ type: "begun" }, { type: "stopped" }, { type: "received", bytes: 5 })).toEqual(start);
});

test("a part never passes for the whole", () => {
  const broken = play({ type: "begun" }, { type: "failed", why: new TypeError("network error") });
  expect(broken).toEqual({ step: "failed", words: expect.stringMatching(/nothing was saved/) });
  const away = play({ type: "begun" }, { type: "failed", why: new Unreachable() });
  expect(away).toEqual({ step: "failed", words: expect.stringMatching(/cannot be reached/) });
});

test("a size is told in thousands", () => {
  expect(sizeInWords(0)).toBe("0 kB");
  expect(sizeInWords(999_000)).toBe("999 kB");
  expect(sizeInWords(1_234_567)).toBe("1.2 MB");
});
