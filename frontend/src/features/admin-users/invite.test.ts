import { expect, test } from "vitest";
import type { InvitationResult } from "@/api/types";
import { linkInWords } from "./invitation-words";
import { type InviteEvent, invite, leftOver, type Outcome, start } from "./invite";
import { invitedInWords, outcomeInWords, remedyOf } from "./invite-words";

const grace: InvitationResult = { email: "grace@example.org", status: "invited", userId: "01" };
const taken: InvitationResult = { email: "alan@example.org", status: "failed", code: "email_taken" };

const answered = (emails: string[], results: InvitationResult[]): InviteEvent => ({
  type: "answered",
  emails,
  results,
});

function outcomes(emails: string[], results: InvitationResult[]): Outcome[] {
  const state = invite(start, answered(emails, results));
  return state.step === "answered" ? state.outcomes : [];
}

test("each address has its outcome, also those that nobody came to", () => {
  const all = outcomes([grace.email, taken.email, "ida@example.org"], [grace, taken]);
  expect(all.map(({ status }) => status)).toEqual(["invited", "failed", "untried"]);
  expect(leftOver(all)).toBe("alan@example.org\nida@example.org");
});

test("a refusal leaves the question open, with the reason beside it", () => {
  const busy = invite(start, { type: "submitted" });
  expect(busy).toEqual({ step: "asking", busy: true });
  expect(invite(busy, { type: "refused", why: "why" })).toEqual({ step: "asking", busy: false, why: "why" });
  expect(invite(invite(busy, answered([], [])), { type: "again" })).toEqual(start);
});

test("what became of them is said in a sentence", () => {
  expect(outcomeInWords([grace])).toBe("grace@example.org is invited.");
  expect(outcomeInWords([grace, grace])).toBe("2 people are invited.");
  expect(outcomeInWords([grace, taken])).toBe("grace@example.org is invited. 1 is not: see why below.");
  expect(outcomeInWords([taken, taken])).toBe("2 are not: see why below.");
  expect(invitedInWords([taken])).toBeUndefined();
});

test("who was not invited comes with what to do", () => {
  expect(remedyOf(taken)).toMatch(/already/);
  expect(remedyOf({ ...taken, code: "validation_failed" })).toMatch(/Put it right/);
  expect(remedyOf({ ...taken, code: "not_permitted" })).toMatch(/permission/);
  expect(remedyOf({ email: taken.email, status: "untried" })).toMatch(/again/);
});

test("how long a link is good", () => {
  const now = Date.parse("2026-11-25T09:00:00Z");
  const invitation = { sentAt: "2026-11-24T09:00:00Z", expiresAt: "2026-11-27T09:00:00Z" };
  expect(linkInWords({ activated: false, invitation }, "link", now)).toMatch(/^link good until 27 Nov 2026/);
  expect(linkInWords({ activated: false, invitation }, "invited", Date.parse(invitation.expiresAt))).toBe(
    "Invited, link has expired",
  );
  expect(linkInWords({ activated: false }, "link", now)).toBe("link has expired");
});
