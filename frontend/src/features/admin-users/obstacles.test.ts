import { expect, test } from "vitest";
import type { ListedUser, Permission, RoleName } from "@/api/types";
import {
  barTo,
  canBeMailedALink,
  isToBeReminded,
  linkedDialogs,
  obstacleToPass,
  obstacleToReset,
  type Standing,
} from "./obstacles";
import { obstacleInWords } from "./words";

const all: Permission[] = ["users.read", "users.write", "users.reset2fa"];

function user(id: string, roles: RoleName[]): ListedUser {
  const twoFactor: ListedUser["twoFactor"] = {
    state: "enabled",
    standing: "ready",
    methods: ["totp"],
    recoveryCodes: { total: 10, remaining: 10 },
    resetPending: false,
    unproved: false,
  };
  const createdAt = "2026-01-01T00:00:00Z";
  return {
    id,
    roles,
    email: "a@example.org",
    displayName: "Ada",
    suspended: false,
    activated: true,
    imported: false,
    emailVerified: true,
    frozen: false,
    createdAt,
    lastSignInAt: null,
    loginMethods: ["passwordAndFactor"],
    twoFactor,
  };
}

function standing(callers: RoleName[], targets: RoleName[], change: Partial<Standing> = {}): Standing {
  return {
    caller: { id: "1", roles: callers, permissions: callers.includes("manager") ? ["users.read"] : all },
    target: user("2", targets),
    policy: { mode: "optional", adminReset: "peer", temporaryPass: { enabled: true, maxMinutes: 1440 } },
    ...change,
  };
}

test("who may change whom", () => {
  expect(barTo(standing(["admin"], ["member"]))).toBeUndefined();
  expect(barTo(standing(["admin"], ["admin"]))).toBeUndefined();
  expect(barTo(standing(["superadmin"], ["superadmin"]))).toBeUndefined();
  expect(barTo(standing(["admin"], ["member", "superadmin"]))).toBe("above");
  expect(barTo(standing(["manager"], ["member"]))).toBe("reader");
  expect(barTo(standing(["admin"], [], { target: user("1", ["admin"]) }))).toBe("self");
});

test("a link sets the password of whoever has one and is not suspended", () => {
  const ada = user("2", ["member"]);
  expect(canBeMailedALink(ada)).toBe(true);
  expect(canBeMailedALink({ ...ada, loginMethods: ["singleSignOn", "password"] })).toBe(true);
  expect(canBeMailedALink({ ...ada, loginMethods: ["singleSignOn"] })).toBe(false);
  expect(canBeMailedALink({ ...ada, loginMethods: [] })).toBe(true);
  expect(canBeMailedALink({ ...ada, loginMethods: [], activated: false })).toBe(false);
  expect(canBeMailedALink({ ...ada, suspended: true })).toBe(false);
  expect(canBeMailedALink({ ...ada, frozen: true })).toBe(true);
});

test("administrators are reset by a superadministrator, where the policy says so", () => {
  const policy: Standing["policy"] = {
    mode: "optional",
    adminReset: "superadmin",
    temporaryPass: { enabled: true, maxMinutes: 60 },
  };
  for (const obstacleTo of [obstacleToReset, obstacleToPass]) {
    expect(obstacleTo(standing(["admin"], ["admin"]))).toBeUndefined();
    expect(obstacleTo(standing(["admin"], ["admin"], { policy }))).toBe("superadminOnly");
    expect(obstacleTo(standing(["admin"], ["member"], { policy }))).toBeUndefined();
    expect(obstacleTo(standing(["superadmin"], ["admin"], { policy }))).toBeUndefined();
    expect(obstacleTo(standing(["admin"], ["admin"], { policy: undefined }))).toBeUndefined();
  }
});

test("a pass stands in for a second factor, also for one that was reset", () => {
  const without = user("2", ["member"]);
  without.twoFactor.state = "notEnabled";
  expect(obstacleToPass(standing(["admin"], [], { target: without }))).toBe("nothingToStandInFor");
  without.twoFactor.resetPending = true;
  expect(obstacleToPass(standing(["admin"], [], { target: without }))).toBeUndefined();
  const policy: Standing["policy"] = {
    mode: "optional",
    adminReset: "peer",
    temporaryPass: { enabled: false, maxMinutes: 60 },
  };
  expect(obstacleToPass(standing(["admin"], ["member"], { policy }))).toBe("passesOff");
});

test("who cannot sign in gets no pass for it", () => {
  const ada = user("2", ["member"]);
  for (const target of [
    { ...ada, suspended: true },
    { ...ada, frozen: true },
  ]) {
    expect(obstacleToPass(standing(["admin"], [], { target }))).toBe("suspendedOrFrozen");
    expect(obstacleToReset(standing(["admin"], [], { target }))).toBeUndefined();
    expect(linkedDialogs(standing(["admin"], [], { target }))).toEqual(["roles", "reset"]);
  }
  expect(obstacleInWords("suspendedOrFrozen")).toMatch(/suspended or frozen/);
});

test("whoever could set up a second factor, and has not, can be reminded of it", () => {
  const without = user("2", ["member"]);
  expect(isToBeReminded(standing(["admin"], ["member"]))).toBe(false);
  without.twoFactor.state = "notEnabled";
  expect(isToBeReminded(standing(["admin"], [], { target: without }))).toBe(true);
  expect(isToBeReminded(standing(["manager"], [], { target: without }))).toBe(false);
  const off: Partial<Standing> = {
    target: without,
    policy: { mode: "off", adminReset: "peer", temporaryPass: { enabled: true, maxMinutes: 60 } },
  };
  expect(isToBeReminded(standing(["admin"], [], off))).toBe(false);
  without.suspended = true;
  expect(isToBeReminded(standing(["admin"], [], { target: without }))).toBe(false);
});

test("a link opens no dialog that the page does not offer", () => {
  expect(linkedDialogs(standing(["admin"], ["member"]))).toEqual(["roles", "pass", "reset"]);
  expect(linkedDialogs(standing(["manager"], ["member"]))).toEqual([]);
  expect(linkedDialogs(standing(["admin"], ["superadmin"]))).toEqual([]);
  const invited = { ...user("2", ["member"]), activated: false };
  expect(linkedDialogs(standing(["admin"], [], { target: invited }))).toEqual(["roles"]);
  const helpDesk = {
    id: "1",
    roles: ["member"],
    permissions: ["users.read", "users.reset2fa"] as Permission[],
  };
  expect(linkedDialogs(standing([], [], { caller: helpDesk }))).toEqual(["pass", "reset"]);
});
