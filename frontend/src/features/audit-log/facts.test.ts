import { expect, test } from "vitest";
import { factsOf } from "./facts";

test("of a change, only what changed is told", () => {
  const old = { mode: "optional", recoveryCodeCount: 10, allowedMethods: ["totp", "recoveryCode"] };
  const detail = { old, new: { ...old, mode: "required", allowedMethods: ["recoveryCode", "totp"] } };
  expect(factsOf({ detail })).toEqual([["mode", "optional → required"]]);
});

test("a setting within a setting is told by both names", () => {
  const passes = (maxMinutes: number) => ({ temporaryPass: { enabled: true, maxMinutes } });
  expect(factsOf({ detail: { old: passes(1440), new: passes(60) } })).toEqual([
    ["temporary pass, max minutes", "1440 → 60"],
  ]);
});

test("anything else is listed as it is", () => {
  const detail = { method: "totp", client: { isKnown: true }, old: null };
  expect(factsOf({ detail, requestId: "r" })).toEqual([
    ["method", "totp"],
    ["client, is known", "true"],
    ["request", "r"],
  ]);
});
