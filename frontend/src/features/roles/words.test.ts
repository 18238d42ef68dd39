import { expect, test } from "vitest";
import { problemOf, Refusal } from "@/api/problem";
import type { ProblemCode } from "@/api/types";
import { refusal } from "@/testing/answers";
import { refusalInWords } from "./words";

const refused = async (status: number, code: ProblemCode) =>
  new Refusal(await problemOf(refusal(status, code)));

test("a refusal about a role says what can be done", async () => {
  expect(refusalInWords(await refused(409, "role_in_use"))).toMatch(/Give these people another role/);
  expect(refusalInWords(await refused(403, "not_permitted"))).toMatch(/only what you may do yourself/);
  expect(refusalInWords(await refused(404, "not_found"))).toMatch(/in the meantime/);
  expect(refusalInWords(await refused(409, "last_admin"))).toMatch(/^This is the last administrator/);
  expect(refusalInWords(undefined)).toBeUndefined();
});
