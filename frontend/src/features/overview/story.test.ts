import { expect, test } from "vitest";
import { adoptionSentence, deadlineDays, deadlineSentence, failureSentence, shareSentence } from "./story";

const share = (enabled: number, expired: number, total: number) =>
  shareSentence({ users: { total, enabled, expired, notEnabled: total - enabled - expired, suspended: 0 } });

test("how many are protected, an old key included", () => {
  expect(share(38, 2, 55)).toBe("40 of 55 users are protected by a second factor.");
  expect(share(1, 0, 2)).toBe("1 of 2 users is protected by a second factor.");
  expect(share(2, 1, 3)).toBe("Everybody is protected by a second factor.");
  expect(share(0, 0, 3)).toBe("Nobody is protected by a second factor yet.");
});

test("how it grew", () => {
  const adoption = [
    { date: "2026-08-27", protected: 12 },
    { date: "2026-11-24", protected: 40 },
  ];
  expect(adoptionSentence(adoption)).toBe("From 12 protected on 27 Aug 2026 to 40 on 24 Nov 2026.");
  expect(adoptionSentence([])).toBe("There are no figures yet.");
});

test("the days ahead have no gaps, over the end of a month", () => {
  const adoption = [{ date: "2026-11-29", protected: 1 }];
  const days = deadlineDays({ adoption, deadlinesAhead: [{ date: "2026-12-01", users: 3 }] });
  expect(days.slice(0, 4)).toEqual([
    { date: "2026-11-29", users: 0 },
    { date: "2026-11-30", users: 0 },
    { date: "2026-12-01", users: 3 },
    { date: "2026-12-02", users: 0 },
  ]);
  expect(days).toHaveLength(61);
  expect(deadlineDays({ adoption: [], deadlinesAhead: [] })).toEqual([]);
});

test("which deadline comes first", () => {
  expect(deadlineSentence([])).toBe("Nobody has a deadline within the next 60 days.");
  expect(deadlineSentence([{ date: "2026-12-08", users: 1 }])).toBe(
    "1 user without a second factor: the deadline is 8 Dec 2026.",
  );
  const two = [
    { date: "2026-12-15", users: 9 },
    { date: "2026-12-08", users: 3 },
  ];
  expect(deadlineSentence(two)).toBe(
    "12 users without a second factor: the first deadline is 8 Dec 2026, for 3.",
  );
});

test("what failed", () => {
  const day = (login: number, code: number) => ({ date: "2026-11-24", login, code });
  expect(failureSentence([day(1, 2), day(0, 3)])).toBe(
    "1 failed password and 5 refused codes in the last 30 days.",
  );
  expect(failureSentence([day(0, 0)])).toMatch(/^No sign-in and no code failed/);
});
