import { expect, test } from "vitest";
import type { TwoFactor } from "@/api/types";
import { emailCodesState } from "./email-codes-state";

const email = { available: true, enabled: false, verified: true, passwordByMail: false };
const without: Pick<TwoFactor, "email" | "state" | "mode"> = { email, state: "notEnabled", mode: "optional" };

test("whoever has no authenticator and a confirmed address is free to choose", () => {
  expect(emailCodesState(without, false)).toBe("free");
  expect(emailCodesState({ ...without, email: { ...email, verified: false } }, false)).toBe("unverified");
  const byMail = { ...without, email: { ...email, passwordByMail: true } };
  expect(emailCodesState(byMail, false)).toBe("passwordByMail");
});

test("an authenticator supersedes them, which nobody needs to know who has not turned them on", () => {
  const enrolled = { ...without, state: "enabled" } as const;
  expect(emailCodesState({ ...enrolled, email: { ...email, enabled: true } }, false)).toBe("superseded");
  expect(emailCodesState(enrolled, false)).toBe("pointless");
});

test("who has them on and cannot have them is told why, and nobody else", () => {
  const on = { ...without, email: { ...email, available: false, enabled: true } };
  expect(emailCodesState(on, true)).toBe("administrator");
  expect(emailCodesState(on, false)).toBe("forbidden");
  expect(emailCodesState({ ...on, mode: "off" }, false)).toBe("nobodyIsAsked");
  expect(emailCodesState({ ...on, state: "enabled" }, false)).toBe("forbidden");
  const off = { ...without, email: { ...email, available: false } };
  expect([true, false].map((administers) => emailCodesState(off, administers))).toEqual([
    "pointless",
    "pointless",
  ]);
});
