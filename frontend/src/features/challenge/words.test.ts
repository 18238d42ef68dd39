import { expect, test } from "vitest";
import { problemOf, Refusal, Unreachable } from "@/api/problem";
import type { Method } from "@/api/types";
import { refusal } from "@/testing/answers";
import { refusalOf } from "./words";

const rejected = async (attemptsRemaining: number) =>
  new Refusal(await problemOf(refusal(401, "code_rejected", { attemptsRemaining })));

test("a wrong code of an app: the next one, the right entry, and then the clock", async () => {
  expect(refusalOf(await rejected(4), "totp", false)).toBe(
    "That code is not right. 4 tries left. Wait for the next code, and check that you are reading the entry for this account in the app.",
  );
  expect(refusalOf(await rejected(3), "totp", true)).toBe(
    "That code is not right. 3 tries left. Turn on automatic date and time in your phone's settings, then enter the next code.",
  );
});

test.each<[Method, RegExp]>([
  ["email", /^That code is not right\. 1 try left\. Take the code from the newest mail/],
  ["recoveryCode", /^That code is not right\. 1 try left\. Each one works once/],
  ["temporaryPass", /^That code is not right\. 1 try left\. It works once, and for a limited time/],
  ["passkey", /^This passkey was not accepted.* 1 try left\.$/],
])("what to do after a refusal: %s", async (method, words) => {
  expect(refusalOf(await rejected(1), method, false)).toMatch(words);
});

test("half a code is told from a wrong one, in the language of the page", async () => {
  const errors = [{ field: "code", code: "invalid_code", message: "Six groups." }];
  const malformed = new Refusal(await problemOf(refusal(422, "validation_failed", { errors })));
  expect(refusalOf(malformed, "recoveryCode", false)).toMatch(/^That is not a whole recovery code/);
  expect(refusalOf(malformed, "temporaryPass", false)).toMatch(/^That is not a whole code/);
});

test("what the code is not to blame for is told as everywhere", () => {
  expect(refusalOf(new Unreachable(), "totp", true)).toMatch(/connection/);
});
