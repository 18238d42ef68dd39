import { expect, test } from "vitest";
import { storedPolicy } from "@/testing/policies";
import { changesOf } from "./changes";
import { settingsOf } from "./draft";

const stored = settingsOf(storedPolicy);

test("nothing is told where nothing changes", () => {
  expect(changesOf(stored, { ...stored })).toEqual([]);
});

test("each setting is told as it was and as it will be", () => {
  const draft = {
    ...stored,
    digits: 8,
    secretMaxAgeDays: 0,
    skewSteps: 0,
    temporaryPass: { enabled: false, maxMinutes: 1440 },
  } as typeof stored;
  expect(
    changesOf(stored, draft).map(({ setting, before, after }) => [setting, ...before, ...after]),
  ).toEqual([
    ["Renew authenticators", "After 180 days", "Never"],
    ["Digits of new authenticators", "6", "8"],
    ["Codes before and after the current one", "Accepted", "Not accepted"],
    ["Temporary passes", "Good for at most 1 day", "Not issued"],
  ]);
});

test("phases are told by date", () => {
  const phases: typeof stored.phases = [
    { everyone: true, startsAt: "2026-12-08T12:00:00Z", graceDays: 7 },
    { role: "admin", startsAt: "2026-12-01T12:00:00Z", graceDays: 0 },
  ];
  const [mode, change] = changesOf(stored, { ...stored, mode: "required", phases });
  expect(mode).toMatchObject({ before: ["Optional"], after: ["Required"] });
  expect(change?.before).toEqual(["None"]);
  expect(change?.after).toEqual([
    expect.stringMatching(/^The role Administrator from 1 Dec 2026, .*, at once$/),
    expect.stringMatching(/^Everyone from 8 Dec 2026, .*, with 7 days to set it up$/),
  ]);
});

test("what takes protection away, or shuts people out, says so", () => {
  const dangers = (draft: Partial<typeof stored>, before = stored) =>
    changesOf(before, { ...before, ...draft }).map(({ danger }) => danger);
  expect(dangers({ mode: "off" })).toEqual([expect.stringMatching(/password alone/)]);
  expect(dangers({ mode: "optional" }, { ...stored, mode: "required" })).toEqual([
    expect.stringMatching(/any more/),
  ]);
  expect(dangers({ afterGrace: "block" })).toEqual([expect.stringMatching(/locked out/)]);
  const withEmail = { ...stored, allowedMethods: [...stored.allowedMethods, "email" as const] };
  expect(dangers({ allowedMethods: ["totp", "recoveryCode"] }, withEmail)).toEqual([
    expect.stringMatching(/^Who has turned codes by email on/),
  ]);
  expect(dangers({ allowedMethods: withEmail.allowedMethods })).toEqual([undefined]);
  expect(dangers({ allowedMethods: ["totp"] })).toEqual([expect.stringMatching(/loses their phone/)]);
  expect(dangers({ resetProof: "none" })).toEqual([expect.stringMatching(/whoever knows the password/)]);
  expect(dangers({ mode: "required", recoveryCodeCount: 12 })).toEqual([undefined, undefined]);
});

test("what people may use is told in one order, and what a choice of passkeys does", () => {
  const withPasskeys: typeof stored = { ...stored, allowedMethods: ["recoveryCode", "passkey", "totp"] };
  const draft: typeof stored = { ...withPasskeys, passkeyLogin: true, passkeyOnly: ["admin"] };
  const [methods, login, only] = changesOf(stored, draft);
  expect(methods).toMatchObject({
    setting: "What people may use",
    before: ["Authenticator app", "Recovery codes"],
    after: ["Authenticator app", "Passkey", "Recovery codes"],
  });
  expect(login).toMatchObject({ before: ["Not allowed"], after: ["Allowed"] });
  expect(only).toMatchObject({ before: ["None"], after: ["Administrator"] });
  expect(only?.danger).toMatch(/no longer counts/);
  const [lost] = changesOf(withPasskeys, stored);
  expect(lost?.danger).toMatch(/nothing else/);
});

test("every setting is told", () => {
  const draft = { ...stored, sso: "required", trustedDeviceDays: 30 } as typeof stored;
  expect(changesOf(stored, draft).map(({ after }) => after)).toEqual([["Ask here as well"], ["For 30 days"]]);
});
