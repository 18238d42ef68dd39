import { expect, test } from "vitest";
import { Refusal, toProblem, Unreachable } from "@/api/problem";
import { json, refusal } from "@/testing/answers";
import { reasonOf } from "./renewal-words";

async function refused(response: Response): Promise<Refusal> {
  return new Refusal(toProblem(await response.json(), response));
}

const UNCLEAR =
  "Nightlatch could not be reached, so it is not certain whether new codes were made. The old ones may no longer work. Check your connection and make new ones.";

test("where no answer comes, nobody can rely on the old codes", async () => {
  expect(reasonOf(new Unreachable(), "totp")).toBe(UNCLEAR);
  expect(reasonOf(new Unreachable(), "passkey")).toBe(UNCLEAR);
  // A proxy gave up waiting for one.
  expect(reasonOf(await refused(json({}, 504)), "totp")).toBe(UNCLEAR);
});

test("where the service says no, the old codes stay as they are", async () => {
  expect(reasonOf(await refused(refusal(503, "overloaded")), "totp")).toBe(
    "Nightlatch is busy. Please try again in a moment.",
  );
  expect(reasonOf(await refused(refusal(422, "code_rejected")), "totp")).toBe("That code is not right.");
});

test("a passkey is not called a code", async () => {
  const rejected = (tries?: number) => refused(refusal(422, "code_rejected", { attemptsRemaining: tries }));
  expect(reasonOf(await rejected(), "passkey")).toBe("This passkey was not accepted.");
  expect(reasonOf(await rejected(1), "passkey")).toBe("This passkey was not accepted. 1 try left.");
});
