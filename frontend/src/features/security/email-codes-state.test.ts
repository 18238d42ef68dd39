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

test("an authenticator supersedes them, turned on or not", () => {
  for (const enabled of [true, false]) {
    const enrolled = { ...without, state: "enabled", email: { ...email, enabled } } as const;
    expect(emailCodesState(enrolled, false)).toBe("superseded");
  }
});

test("who cannot have them is told why, unless an authenticator makes that pointless", () => {
  const unavailable = { ...without, email: { ...email, available: false } };
  expect(emailCodesState(unavailable, true)).toBe("administrator");
  expect(emailCodesState(unavailable, false)).toBe("forbidden");
  expect(emailCodesState({ ...unavailable, mode: "off" }, false)).toBe("nobodyIsAsked");
  expect(emailCodesState({ ...unavailable, state: "enabled" }, false)).toBe("pointless");
  const left = {
    ...unavailable,
    state: "enabled",
    email: { ...email, available: false, enabled: true },
  } as const;
  expect(emailCodesState(left, false)).toBe("forbidden");
});
