import { expect, test } from "vitest";
import { expiryOf, hasTwoSecrets, overlapInWords, scopesFor } from "./words";

const now = Date.parse("2026-11-24T09:00:00Z");
const at = (days: number) => new Date(now + days * 86_400_000).toISOString();

test("nobody is offered what they may not do themselves", () => {
  expect(scopesFor([])).toEqual(["verify", "verify.explain"]);
  expect(scopesFor(["users.read", "keys.write", "policy.write"])).toEqual([
    "verify",
    "verify.explain",
    "users.read",
  ]);
});

test("a key warns a month before it ends", () => {
  expect(expiryOf({ expiresAt: at(31) }, now)).toBe("later");
  expect(expiryOf({ expiresAt: at(30) }, now)).toBe("soon");
  expect(expiryOf({ expiresAt: at(0) }, now)).toBe("expired");
});

test("two secrets are good until the overlap is over", () => {
  expect(hasTwoSecrets({}, now)).toBe(false);
  expect(hasTwoSecrets({ previousUntil: at(1) }, now)).toBe(true);
  expect(hasTwoSecrets({ previousUntil: at(-1) }, now)).toBe(false);
  expect(overlapInWords(0)).toMatch(/at once/);
  expect(overlapInWords(1440)).toBe("1 day");
});
