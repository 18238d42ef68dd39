import { expect, test, vi } from "vitest";
import { PasskeyError } from "@/lib/webauthn";
import { openAreas, speak } from "@/lib/words";
import { refusal } from "@/testing/answers";
import { readArea } from "../../fluent/catalogue";
import { inWords, describe as told } from "./messages";
import { Cancelled, fieldMessage, problemOf, Refusal, Unreachable } from "./problem";
import type { ProblemCode } from "./types";

const problem = async (code: string, extra = {}) =>
  new Refusal(await problemOf(refusal(422, code as ProblemCode, extra)));

test("every refusal has words that end like a sentence", async () => {
  const codes = [...readArea("en", "problems").keys()].filter((key) => /^[a-z_]+$/.test(key));
  for (const code of codes) expect(inWords(await problem(code)), code).toMatch(/^[A-Z].*[.]$/);
});

test("a failed login says exactly one thing", async () => {
  expect(inWords(await problem("login_failed"))).toBe(
    "Login failed. Please check your login details and try again. Otherwise contact your administrator.",
  );
});

test("a wrong code says how many tries are left", async () => {
  expect(inWords(await problem("code_rejected", { attemptsRemaining: 4 }))).toBe(
    "That code is not right. 4 tries left.",
  );
  expect(inWords(await problem("code_rejected", { attemptsRemaining: 1 }))).toBe(
    "That code is not right. 1 try left.",
  );
});

test("a limit says from when on something can be tried again, and plainly that it can be soon", async () => {
  vi.useFakeTimers({ now: 1_000 });
  const limit = await problem("too_many_attempts", { retryAfter: 90 });
  expect(told(limit)).toEqual({ says: "too_many_attempts.wait", until: 91_000 });
  vi.advanceTimersByTime(90_000);
  expect(told(limit), "what is over already").toBe(inWords(limit));
  vi.useRealTimers();
  expect(inWords(limit)).toBe("Too many tries. Please try again in a moment.");
  expect(told(await problem("too_many_attempts"))).toBe(inWords(limit));
  expect(told(await problem("login_failed", { retryAfter: 90 }))).toMatch(/^Login failed/);
});

test("where a code has several reasons, it is the reason that is said", async () => {
  const late = await problem("passkey_rejected", { reason: "noCeremony", detail: "It was not asked for." });
  expect(inWords(late)).toMatch(/^That took more than five minutes/);
  const newer = await problem("passkey_rejected", { reason: "eclipse", detail: "The moon was in the way." });
  expect(inWords(newer)).toBe(inWords(await problem("passkey_rejected")));
});

test("a code that this page does not know falls back to the service's words", async () => {
  expect(inWords(await problem("brand_new", { detail: "Something new." }))).toBe("Something new.");
});

test("what is no refusal has words too, except what the person did", () => {
  expect(inWords(new Unreachable())).toMatch(/connection/);
  expect(inWords(new Error("x is undefined"))).not.toMatch(/undefined/);
  expect(inWords(new Cancelled())).toBeUndefined();
  expect(inWords(new PasskeyError("notGiven"))).toMatch(/cancelled, took too long/);
  expect(inWords(new PasskeyError("superseded"))).toBeUndefined();
});

test("a proxy's page in place of an answer becomes a refusal", async () => {
  const page = new Response("<h1>Bad gateway</h1>", { status: 502, headers: { "retry-after": "7" } });
  expect(await problemOf(page)).toMatchObject({ code: "overloaded", retryAfter: 7 });
});

test("what is wrong with a field is said in the reader's language, in English with the limits that the service names", async () => {
  const errors = [{ field: "name", code: "too_long", message: "At most 40 characters." }];
  const unknown = [{ field: "name", code: "brand_new", message: "Something new." }];
  expect(fieldMessage(await problem("validation_failed", { errors }), "name")).toBe("At most 40 characters.");
  await speak("de");
  await openAreas(["problems"]);
  expect(fieldMessage(await problem("validation_failed", { errors }), "name")).toBe("Das ist zu lang.");
  expect(inWords(await problem("validation_failed", { errors: unknown }))).toBe("Something new.");
  await speak("en");
});
