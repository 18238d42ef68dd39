import { expect, test } from "vitest";
import type { ConnectionNeeded } from "@/api/types";
import { authenticated } from "@/testing/answers";
import { arrival, arrive, errorInWords } from "./flow";

const connection = {
  status: "connectionNeeded",
  connectionToken: "c",
  provider: "Example SSO",
  email: "ada@example.org",
} satisfies ConnectionNeeded;

test("a token is opened, and an error said in words", () => {
  expect(arrive("t", undefined)).toEqual({ step: "opening" });
  expect(arrive(undefined, "declined")).toMatchObject({ step: "failed" });
  expect(arrive(undefined, undefined)).toMatchObject({ step: "failed" });
  expect(errorInWords("toString")).toBe(errorInWords(undefined));
});

test("what the provider proved takes the place of the password", () => {
  const answer = { status: "signedIn" as const, needs2FA: false, ...authenticated("t") };
  expect(arrival({ step: "opening" }, { type: "answered", answer })).toEqual({ step: "signingIn", answer });
});

test("an account of that address is connected once its owner has signed in", () => {
  const proving = arrival({ step: "opening" }, { type: "answered", answer: connection });
  expect(proving).toEqual({ step: "proving", connection });
  const connecting = arrival(proving, { type: "signedIn" });
  expect(connecting).toEqual({ step: "connecting", connection });
  expect(arrival(connecting, { type: "connected" })).toEqual({ step: "connected" });
});

test("a sign-in that connects nothing stays as it is", () => {
  expect(arrival({ step: "opening" }, { type: "signedIn" })).toEqual({ step: "opening" });
});
