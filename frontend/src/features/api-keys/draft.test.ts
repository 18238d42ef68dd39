import { expect, test } from "vitest";
import { emptyDraft, isReady, order } from "./draft";

const draft = { ...emptyDraft, name: " Door control ", scopes: ["users.read", "verify"] as const };
const whole = { ...draft, scopes: [...draft.scopes] };

test("a key has a name and is good for something", () => {
  expect(isReady(emptyDraft)).toBe(false);
  expect(isReady({ ...whole, scopes: [] })).toBe(false);
  expect(isReady({ ...whole, callsPerMinute: "many" })).toBe(false);
  expect(isReady(whole)).toBe(true);
});

test("networks stand in lines, and what is left open stays out", () => {
  const now = Date.parse("2026-11-24T09:00:00Z");
  expect(order({ ...whole, days: 30, networks: "203.0.113.0/24\n 192.0.2.1, ::1\n" }, now)).toEqual({
    name: "Door control",
    scopes: ["verify", "users.read"],
    expiresAt: "2026-12-24T08:00:00.000Z",
    networks: ["203.0.113.0/24", "192.0.2.1", "::1"],
  });
  expect(order({ ...whole, callsPerMinute: "60" }, now).callsPerMinute).toBe(60);
});
