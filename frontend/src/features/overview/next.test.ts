import { expect, test } from "vitest";
import { nextSteps } from "./next";

const calm = {
  users: { total: 9, enabled: 9, expired: 0, notEnabled: 0, suspended: 0 },
  overdue: 0,
  deadlinesAhead: [],
  enrollment: { accounts: 9, activated: 9, asked: 9, enrolled: 9, used: 9 },
};

test("who is late comes first, then the next deadline", () => {
  const deadlinesAhead = [
    { date: "2026-12-15", users: 4 },
    { date: "2026-12-08", users: 3 },
  ];
  expect(nextSteps({ ...calm, overdue: 2, deadlinesAhead })).toEqual([
    { kind: "overdue", users: 2 },
    { kind: "deadline", users: 3, date: "2026-12-08" },
  ]);
});

test("without any hurry, it is whom nobody asks, then old keys, then invitations", () => {
  const enrollment = { accounts: 9, activated: 8, asked: 6, enrolled: 6, used: 5 };
  const users = { ...calm.users, expired: 1 };
  expect(nextSteps({ ...calm, users, enrollment })).toEqual([{ kind: "require", users: 2 }]);
  const asked = { ...enrollment, asked: 8 };
  expect(nextSteps({ ...calm, users, enrollment: asked })).toEqual([{ kind: "renew", users: 1 }]);
  expect(nextSteps({ ...calm, enrollment: asked })).toEqual([{ kind: "invited", users: 1 }]);
});

test("where everything is as it should be, nothing is to be done", () => {
  expect(nextSteps(calm)).toEqual([{ kind: "nothing" }]);
});
