import { expect, test } from "vitest";
import type { BulkResult } from "@/api/types";
import { bulkWords, codeCount, codesAsCsv, inOrder, outcomeInWords, refusedInWords } from "./bulk-words";

const expiresAt = "2026-11-25T09:00:00Z";
const results: BulkResult[] = [
  { id: "1", email: "ada@example.org", status: "done", resetCode: "7H3K-9M2P-XWQ4-T8VN", expiresAt },
  { id: "2", email: "bob@example.org", status: "refused", code: "cannot_reset_self" },
  { id: "3", status: "done" },
];

test("before it happens, it says what and to how many", () => {
  expect(bulkWords("reset", 12, true).title).toBe("Reset the second factor of 12 people?");
  expect(bulkWords("reset", 1, true).confirm).toBe("Reset 1 person");
  expect(bulkWords("reset", 2, true).consequences[2]).toMatch(/^You get a code for each/);
  expect(bulkWords("reset", 2, false).consequences[2]).not.toMatch(/You get a code/);
  expect(bulkWords("extendDeadline", 3, true).consequences[0]).toMatch(/the deadline of 3 people/);
  expect(bulkWords("remind", 240, true).confirm).toBe("Remind 240 people");
});

test("afterwards it says what became of them", () => {
  expect(outcomeInWords("reset", results, true, 3)).toBe("2 done, 1 refused.");
  expect(outcomeInWords("reset", results, false, 240)).toBe("2 done, 1 refused, 237 not reached.");
  expect(codeCount(results)).toBe(1);
});

test("who needs no reminder, or had one just now, is left out and not refused", () => {
  expect(outcomeInWords("remind", results, true, 3)).toBe("2 done, 1 left out.");
  const told = (["nothing_to_remind", "too_many_attempts"] as const).map((code) =>
    refusedInWords({ id: "5", status: "refused", code }),
  );
  expect(told).toEqual([
    "They have a second factor already, or cannot sign in.",
    "Reminded within the last hour already.",
  ]);
});

test("who was refused comes first, and with the reason", () => {
  expect(inOrder(results).map(({ id }) => id)).toEqual(["2", "1", "3"]);
  expect(inOrder(results).map(refusedInWords)[0]).toMatch(/^Nobody resets themselves/);
  expect(refusedInWords({ id: "4", status: "refused" })).toBe("Refused.");
});

test("the codes can be kept as a table", () => {
  expect(codesAsCsv(results, ({ email, id }) => email ?? id)).toBe(
    `user,reset code,good until\r\nada@example.org,7H3K-9M2P-XWQ4-T8VN,${expiresAt}\r\n`,
  );
});
