import { expect, test } from "vitest";
import { verdictOf } from "./strength-words";

test("a password's strength is told in words", () => {
  expect(verdictOf("lamp violin harbor", { score: 4 }, 15)).toEqual({ level: 4, words: "Strength: strong." });
  const advice = "suggestion.recentYears";
  expect(verdictOf("Sommer2024", { score: 1, advice })).toEqual({
    level: 1,
    words: "Strength: weak.",
    suggestion: "Avoid recent years.",
  });
});

test("one that is too short is not called strong", () => {
  expect(verdictOf("lamp violin", { score: 4 }, 15)).toEqual({
    level: 0,
    words: "Too short: 4 more characters.",
  });
  expect(verdictOf("lamp violin harb", { score: 4 }, 17).words).toBe("Too short: 1 more character.");
});

test("a character counts once, however it is written", () => {
  expect(verdictOf("🔑".repeat(14), { score: 4 }, 15).words).toBe("Too short: 1 more character.");
});
