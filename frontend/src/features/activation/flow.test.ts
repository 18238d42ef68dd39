import { expect, test } from "vitest";
import { Refusal, Unreachable } from "@/api/problem";
import type { LoginAnswer, OpenInvitation, ProblemCode } from "@/api/types";
import { authenticated } from "@/testing/answers";
import { type ActivationEvent, activation, start } from "./flow";

const invitation: OpenInvitation = {
  email: "grace@example.org",
  displayName: "grace",
  organization: "Example",
  expiresAt: "2026-12-01T00:00:00Z",
  passwordMinLength: 15,
};

const refusal = (code: ProblemCode) =>
  new Refusal({ type: "about:blank", title: code, status: 400, instance: "/", code });

const after = (...events: ActivationEvent[]) => events.reduce(activation, start);
const opened: ActivationEvent = { type: "opened", invitation };
const submitted: ActivationEvent = { type: "submitted" };

test("an invitation that is good leads to the form", () => {
  expect(after(opened)).toEqual({ step: "form", invitation, busy: false });
  expect(after(opened, submitted)).toMatchObject({ step: "form", busy: true });
});

test("a dead link is told from one that could not be asked about", () => {
  expect(after({ type: "refused", why: refusal("link_expired") })).toEqual({ step: "dead" });
  const why = new Unreachable();
  expect(after({ type: "refused", why })).toEqual({ step: "unknown", why });
  expect(after({ type: "refused", why }, { type: "opening" })).toEqual({ step: "opening" });
});

test("a password that is refused leaves the form as it was", () => {
  const why = refusal("validation_failed");
  expect(after(opened, submitted, { type: "refused", why })).toEqual({
    step: "form",
    invitation,
    busy: false,
    why,
  });
});

test("a link that died while the form was filled in is dead", () => {
  const expired: ActivationEvent = { type: "refused", why: refusal("link_expired") };
  expect(after(opened, submitted, expired)).toEqual({ step: "dead" });
});

test("where a second factor is asked for, the set-up comes next", () => {
  const demand = { deadline: "2026-12-08T00:00:00Z", offers: ["totp" as const] };
  const answer = { status: "enrollment", ...demand } as LoginAnswer;
  const enrolling = after(opened, submitted, { type: "answered", answer });
  expect(enrolling).toEqual({ step: "enrollment", ...demand });
  expect(activation(enrolling, { type: "completed" })).toEqual({ step: "done" });
  expect(activation(enrolling, { type: "lapsed" })).toEqual({ step: "signIn" });
});

test("otherwise it ends in a session, or in front of a sign-in", () => {
  const signedIn = { status: "signedIn", needs2FA: false, ...authenticated("token") } as LoginAnswer;
  expect(after(opened, submitted, { type: "answered", answer: signedIn })).toEqual({ step: "done" });
  const challenge = { status: "challenge" } as LoginAnswer;
  expect(after(opened, submitted, { type: "answered", answer: challenge })).toEqual({ step: "signIn" });
});

test("past the deadline nobody is let in", () => {
  const blocked: ActivationEvent = { type: "refused", why: refusal("blocked_by_policy") };
  expect(after(opened, submitted, blocked)).toEqual({ step: "blocked" });
});
