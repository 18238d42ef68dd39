import { expect, test } from "vitest";
import type { LoginAnswer, Method } from "@/api/types";
import { authenticated } from "@/testing/answers";
import { begin, fieldAfterRefusal, login } from "./flow";

const email = "cora@example.org";
const busy = login(begin(), { type: "submitted", way: "password", email });

const offers = ["totp", "passkey"] as Method[];

const challenge = {
  status: "challenge",
  needs2FA: true,
  challengeId: "c",
  methods: ["totp", "recoveryCode"],
  preferred: "totp",
  codeLengths: [6],
  expiresAt: "2026-01-01T00:05:00Z",
} satisfies LoginAnswer;

test("a password alone signs in where nothing else is asked", () => {
  const answer: LoginAnswer = { status: "signedIn", needs2FA: false, ...authenticated("t") };
  expect(login(busy, { type: "answered", answer })).toMatchObject({ step: "done" });
});

test("a second factor leads to the challenge, and its success to the end", () => {
  const state = login(busy, { type: "answered", answer: challenge });
  expect(state).toMatchObject({ step: "challenge", challenge: { challengeId: "c" } });
  expect(login(state, { type: "completed" })).toEqual({ step: "done" });
});

test("a demanded enrollment leads to the set-up", () => {
  const answer: LoginAnswer = {
    status: "enrollment",
    needs2FA: false,
    needsEnrollment: true,
    enrollmentToken: "t",
    offers: ["totp"],
    expiresAt: "2026-01-01T00:15:00Z",
  };
  expect(login(busy, { type: "answered", answer })).toEqual({
    step: "enrollment",
    after: "password",
    offers: ["totp"],
    email,
  });
  const deadline = "2025-12-08T09:00:00Z";
  expect(login(busy, { type: "answered", answer: { ...answer, deadline } })).toMatchObject({ deadline });
  expect(login(busy, { type: "answered", answer, withCode: true })).toMatchObject({ after: "reset" });
});

test("a passed deadline may end the sign-in, and there is a way back", () => {
  const state = login(busy, { type: "blocked" });
  expect(state).toEqual({ step: "blocked", email });
  expect(login(state, { type: "restarted" })).toEqual(begin(undefined, email));
});

test("after a refusal, the next try begins where something has to be typed anew", () => {
  expect([true, false].map(fieldAfterRefusal)).toEqual(["code", "password"]);
});

test("an administrator's code leads to the set-up: of the only factor after a reset, of a further one otherwise", () => {
  const reset = {
    ...challenge,
    methods: ["temporaryPass"],
    preferred: "temporaryPass",
  } satisfies LoginAnswer;
  const after = (answer: LoginAnswer) =>
    login(login(busy, { type: "answered", answer }), { type: "enrolling", after: "temporaryPass", offers });
  expect(after(reset)).toEqual({ step: "enrollment", after: "reset", offers, email });
  expect(after({ ...challenge, methods: ["totp", "temporaryPass"] })).toEqual({
    step: "enrollment",
    after: "pass",
    offers,
    email,
  });
  expect(login(busy, { type: "enrolling", after: "temporaryPass", offers })).toBe(busy);
});

test("after a code by mail it is the organization that asks for a factor, and by when", () => {
  const answer = {
    ...challenge,
    methods: ["email", "temporaryPass"],
    preferred: "email",
  } satisfies LoginAnswer;
  const asked = login(busy, { type: "answered", answer });
  const deadline = "2026-02-01T00:00:00Z";
  expect(login(asked, { type: "enrolling", after: "email", deadline, offers })).toEqual({
    step: "enrollment",
    after: "password",
    deadline,
    offers,
    email,
  });
  expect(login(asked, { type: "enrolling", after: "temporaryPass", offers })).toMatchObject({
    after: "reset",
  });
});

test("after a factor that counts no more another one is set up", () => {
  const asked = login(busy, { type: "answered", answer: challenge });
  const next = login(asked, { type: "enrolling", after: "totp", offers: ["passkey"] });
  expect(next).toEqual({ step: "enrollment", after: "factor", offers: ["passkey"], email });
});

test("a passkey alone signs in, or leaves the password to be tried", () => {
  const asking = login(begin(), { type: "submitted", way: "passkey" });
  expect(asking).toEqual({ step: "password", busy: "passkey" });
  expect(login(asking, { type: "completed" })).toEqual({ step: "done" });
  expect(login(asking, { type: "refused", message: undefined })).toEqual(begin());
});

test("a refusal leaves the password step open for another try", () => {
  expect(login(busy, { type: "refused", message: "No." })).toEqual({
    step: "password",
    failure: "No.",
    email,
  });
});

test("an expired challenge goes back to the password, and says why", () => {
  const state = login(busy, { type: "answered", answer: challenge });
  expect(login(state, { type: "restarted", message: "Too late." })).toMatchObject({
    step: "password",
    failure: "Too late.",
    email,
  });
});

test("whose sign-in it is stays known until they come back to the form, or are in", () => {
  const asked = login(busy, { type: "answered", answer: challenge });
  expect(asked.email).toBe(email);
  const setUp = login(asked, { type: "enrolling", after: "totp", offers });
  expect(login(setUp, { type: "restarted" })).toEqual(begin(undefined, email));
  expect(login(setUp, { type: "completed" })).toEqual({ step: "done" });
});

test("a refusal that comes late does not undo a later step", () => {
  const state = login(busy, { type: "answered", answer: challenge });
  expect(login(state, { type: "refused", message: "No." })).toBe(state);
});
