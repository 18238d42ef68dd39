import { expect, test } from "vitest";
import type { Challenge, Method } from "@/api/types";
import { goesAtOnce, mailing, unsent } from "./mailing";

const asked = mailing(unsent, { type: "asked" });
const sent = mailing(asked, { type: "sent", sentTo: "a…@example.org", at: 1000 });

test("a code goes out unasked where there is no other way, and only there", () => {
  const issued = (...methods: Method[]): Challenge => ({
    challengeId: "c",
    methods,
    preferred: methods[0] ?? "totp",
    codeLengths: [],
    expiresAt: "2026-01-01T00:05:00Z",
  });
  expect(goesAtOnce(issued("email"))).toBe(true);
  expect(goesAtOnce(issued("email", "temporaryPass"))).toBe(false);
  expect(goesAtOnce(issued("totp"))).toBe(false);
});

test("after a code there is a pause before the next one", () => {
  expect(asked).toMatchObject({ busy: true, round: 1 });
  expect(sent).toMatchObject({
    busy: false,
    sentTo: "a…@example.org",
    wait: { until: 31_000, limit: false },
  });
  expect(mailing(sent, { type: "released" }).wait).toBeUndefined();
});

test("another code begins a new round, so that the boxes are emptied for it", () => {
  const again = mailing(mailing(sent, { type: "released" }), { type: "asked" });
  expect(again).toMatchObject({ busy: true, round: 2, sentTo: "a…@example.org" });
});

test("a limit is waited for; the code that was mailed before it stays good", () => {
  const limited = mailing(mailing(sent, { type: "asked" }), { type: "limited", until: 900_000 });
  expect(limited).toMatchObject({ busy: false, sentTo: "a…@example.org", wait: { limit: true } });
});

test("a mail that could not be asked for can be asked for again at once", () => {
  const failed = mailing(asked, { type: "failed", message: "No." });
  expect(failed).toEqual({ busy: false, round: 1, failure: "No." });
  expect(mailing(failed, { type: "asked" }).failure).toBeUndefined();
});
