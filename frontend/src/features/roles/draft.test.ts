import { expect, test } from "vitest";
import type { Role } from "@/api/types";
import { choices, cleaned, draftOf, emptyDraft, isChanged, isReady, nameProblem } from "./draft";

const helpDesk: Role = {
  id: "1",
  name: "help-desk",
  description: "Helps with lost phones.",
  permissions: ["users.read", "users.reset2fa"],
  builtIn: false,
  users: 2,
};

test("a name is checked while it is typed", () => {
  expect(["", "a", "help-desk-2"].map(nameProblem)).toEqual([undefined, undefined, undefined]);
  expect(nameProblem("Help desk")).toBe("A name begins with a small letter.");
  expect(nameProblem("2nd")).toBe("A name begins with a small letter.");
  expect(nameProblem("help desk")).toMatch(/small letters, digits and hyphens/);
  expect(nameProblem("a".repeat(41))).toMatch(/40 characters/);
  expect(isReady(emptyDraft)).toBe(false);
  expect(isReady(draftOf(helpDesk))).toBe(true);
});

test("only what differs is a change", () => {
  const draft = draftOf(helpDesk);
  expect(isChanged({ ...draft, permissions: ["users.reset2fa", "users.read"] }, helpDesk)).toBe(false);
  expect(isChanged({ ...draft, description: "Helps with lost phones. " }, helpDesk)).toBe(false);
  expect(isChanged({ ...draft, permissions: ["users.read"] }, helpDesk)).toBe(true);
  expect(isChanged({ ...draft, description: "Helps." }, helpDesk)).toBe(true);
});

test("permissions go in their order, words without blanks around them", () => {
  expect(cleaned({ name: "a", description: " b ", permissions: ["audit.read", "users.read"] })).toEqual({
    name: "a",
    description: "b",
    permissions: ["users.read", "audit.read"],
  });
});

test("nobody gives what they do not have, and no role reaches other organizations", () => {
  const offered = choices(["users.read", "roles.write"], ["audit.read"])
    .filter(({ offered }) => offered)
    .map(({ permission }) => permission);
  expect(offered).toEqual(["users.read", "roles.write", "audit.read"]);
  expect(choices([], []).map(({ permission }) => permission)).not.toContain("organizations.read");
});
