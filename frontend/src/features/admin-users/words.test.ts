import { expect, test } from "vitest";
import { problemOf, Refusal } from "@/api/problem";
import type { ProblemCode } from "@/api/types";
import { refusal } from "@/testing/answers";
import { confirmationWords, passOutcome, refusalInWords, resetOutcome } from "./words";

const refused = async (status: number, code: ProblemCode) =>
  new Refusal(await problemOf(refusal(status, code)));

test("before somebody is suspended, it says what happens", () => {
  expect(confirmationWords("suspend", "Ada").consequences[0]).toBe(
    "Ada cannot sign in any more, and is signed out everywhere.",
  );
});

test("a refusal about somebody else's account says whom to ask", async () => {
  expect(refusalInWords(await refused(403, "not_permitted"))).toMatch(/superadministrator/);
  expect(refusalInWords(await refused(403, "blocked_by_policy"))).toMatch(/turned off in the policy/);
  expect(refusalInWords(await refused(409, "last_admin"))).toMatch(/^This is the last administrator/);
  expect(refusalInWords(await refused(409, "last_superadmin"))).toMatch(/needs a superadministrator/);
  expect(refusalInWords(undefined)).toBeUndefined();
});

test("what was cancelled is not told as done", () => {
  for (const told of [resetOutcome, passOutcome]) expect(told("cancelled", "Ada")).toBeUndefined();
});
