import { expect, test } from "vitest";
import { aboutWhom } from "./about";

const fay = { id: "f", email: "fay@example.org" };
const gus = { id: "g", email: "gus@example.org" };

test("what is about no person is about nobody, also where whoever did it is named", () => {
  for (const action of ["role.created", "webhook.test", "sso_provider.updated", "branding.changed"] as const)
    expect(aboutWhom({ action, actor: fay, subject: fay })).toBe("nobody");
  expect(aboutWhom({ action: "api_key.created", actor: fay })).toBe("nobody");
});

test("rules are about everybody, and the rest about whom it names", () => {
  expect(aboutWhom({ action: "policy.changed", actor: fay, subject: fay })).toBe("everybody");
  expect(aboutWhom({ action: "password.changed", actor: fay, subject: fay })).toBe("themselves");
  expect(aboutWhom({ action: "user.roles_changed", actor: fay, subject: gus })).toBe("somebody");
  expect(aboutWhom({ action: "login.failed", subject: gus })).toBe("somebody");
});
