import { expect, test } from "vitest";
import type { Role } from "@/api/types";
import { deviceName } from "./devices";
import { inWords, onAClock } from "./duration";
import { groupsOfFour } from "./grouping";
import { lifetimeInWords, lifetimesUpTo, maximaWith, usualLifetime } from "./lifetimes";
import { movedTo } from "./listbox";
import { listedRuns } from "./lists";
import { asFieldValue, dayInWords, dayOf, endOfDay, fromFieldValue, isDay, startOfDay } from "./moments";
import { recoveryFileName, recoveryText } from "./recovery-text";
import { HOME, returnPath } from "./return-path";
import { fromTheLeast, roleWords } from "./role-words";
import { suggestPassword } from "./suggest-password";

test("a setup key is read in groups of four", () => {
  expect(groupsOfFour("JBSWY3DPEHPK3PXPAB")).toEqual(["JBSW", "Y3DP", "EHPK", "3PXP", "AB"]);
});

test("numbers in a row are told by the first and the last", () => {
  expect(listedRuns([1, 2, 4, 5, 6, 7, 9])).toBe("1, 2, 4–7, 9");
  expect([[], [3], [1, 2, 3]].map(listedRuns)).toEqual(["", "3", "1–3"]);
});

test("waiting times are rounded up", () => {
  expect([0.2, 1, 59, 61, 3601, 90_000].map(inWords)).toEqual([
    "1 second",
    "1 second",
    "59 seconds",
    "2 minutes",
    "2 hours",
    "2 days",
  ]);
  expect([65, 0, -3].map(onAClock)).toEqual(["1:05", "0:00", "0:00"]);
});

test("recovery codes as a text say whose they are", () => {
  const codes = Array.from({ length: 10 }, (_, index) => ({ number: index + 1, code: `CODE-${index}` }));
  const text = recoveryText({
    organization: "Example Trust",
    account: "ada@example.org",
    createdAt: "1 Jan 2026",
    codes,
  });
  expect(text).toContain(
    "Recovery codes for Example Trust\nAccount: ada@example.org\nCreated: 1 Jan 2026\n\n 1. CODE-0\n",
  );
  expect(text).toContain("\n10. CODE-9\n");
});

test("a file name holds what every file system takes", () => {
  expect(recoveryFileName("Müller & Söhne / Co.")).toBe("recovery-codes-m-ller-s-hne-co.txt");
  expect(recoveryFileName("東京")).toBe("recovery-codes.txt");
});

test("after signing in, nobody is sent to another site", () => {
  expect(returnPath("/admin/users?twoFactor=enabled")).toBe("/admin/users?twoFactor=enabled");
  const elsewhere = [
    "https://example.org",
    "//example.org",
    "/\\example.org",
    "/\t/example.org",
    "javascript:1",
    7,
  ];
  for (const path of [...elsewhere, undefined, "/sign-in", "/sign-in?next=/", "/set-up"])
    expect(returnPath(path)).toBe(HOME);
});

test("devices go by browser and system", () => {
  expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe(
    "Firefox on Linux",
  );
  expect(
    deviceName(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1",
    ),
  ).toBe("Safari on iPhone");
  expect(deviceName(undefined)).toBe("Unknown device");
  expect(deviceName("curl/8.5")).toBe("curl/8.5");
});

test("a day is a whole one, the last included", () => {
  expect(Date.parse(startOfDay("2026-03-01", 1)) - Date.parse(startOfDay("2026-03-01"))).toBe(86_400_000);
});

test("a moment goes into a field and comes out as it was", () => {
  const moment = "2026-12-01T09:05:00.000Z";
  expect(fromFieldValue(asFieldValue(moment))).toBe(moment);
  expect([asFieldValue(""), fromFieldValue("")]).toEqual(["", ""]);
});

test("a suggested password is long, and never the same", () => {
  const [one, other] = [suggestPassword(), suggestPassword()];
  expect(one).toMatch(/^(\w{4}-){4}\w{4}$/);
  expect(one).not.toBe(other);
});

test("lifetimes keep to the policy's maximum, which can be had in full", () => {
  expect(lifetimesUpTo(1440)).toEqual([10, 30, 60, 240, 480, 1440]);
  expect(lifetimesUpTo(90)).toEqual([10, 30, 60, 90]);
  expect(lifetimesUpTo(10)).toEqual([10]);
  expect(maximaWith(90)).toEqual([10, 30, 60, 90, 240, 480, 1440]);
  expect([1440, 30].map(usualLifetime)).toEqual([60, 30]);
  expect([10, 60, 90, 240, 1440].map(lifetimeInWords)).toEqual([
    "10 minutes",
    "1 hour",
    "90 minutes",
    "4 hours",
    "1 day",
  ]);
});

test("roles are listed from the least to the most, those of every organization first", () => {
  const role = (name: string, builtIn: boolean, permissions: Role["permissions"]): Role => ({
    name,
    builtIn,
    permissions,
    description: "",
    users: 0,
  });
  const names = fromTheLeast([
    role("help-desk", false, ["users.read"]),
    role("auditor", false, ["audit.read"]),
    role("admin", true, ["users.read", "users.write"]),
    role("member", true, []),
  ]).map(({ name }) => roleWords(name));
  expect(names).toEqual(["Member", "Administrator", "auditor", "help-desk"]);
});

test("days are the same in every time zone, and end late", () => {
  expect(dayInWords("2026-12-08")).toBe("8 Dec 2026");
  const evening = new Date("2026-12-08T23:30:00").getTime();
  expect([dayOf(evening), dayOf(evening, 1), dayOf(evening, 24)]).toEqual([
    "2026-12-08",
    "2026-12-09",
    "2027-01-01",
  ]);
  expect(Date.parse(endOfDay("2026-12-08"))).toBeGreaterThan(evening);
  expect(["2026-12-08", "2026-13-08", "8 Dec", "2026-12-08T00:00", undefined].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("arrow keys go round in a list", () => {
  expect([0, 1, 2].map((active) => movedTo("ArrowDown", active, 3))).toEqual([1, 2, 0]);
  expect([0, 1, 2].map((active) => movedTo("ArrowUp", active, 3))).toEqual([2, 0, 1]);
  expect(movedTo("ArrowDown", 0, 0)).toBeUndefined();
  expect(movedTo("a", 0, 3)).toBeUndefined();
});
