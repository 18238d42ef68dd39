import { expect, test } from "vitest";
import type { WebhookDelivery } from "@/api/types";
import { answerInWords, deliveryState, isOnItsWay } from "./words";

const waiting: WebhookDelivery = {
  id: "1",
  event: "login.succeeded",
  status: "queued",
  attempts: 0,
  createdAt: "2026-11-24T09:00:00Z",
  nextAttemptAt: "2026-11-24T09:00:00Z",
};

test("a delivery says how it stands", () => {
  expect(deliveryState(waiting).words).toBe("Waiting");
  expect(deliveryState({ ...waiting, attempts: 2 }).words).toBe("Trying again");
  expect(deliveryState({ ...waiting, status: "delivered" }).tone).toBe("good");
  expect(deliveryState({ ...waiting, status: "givenUp" })).toEqual({ tone: "bad", words: "Given up" });
});

test("what the receiver said is told", () => {
  expect(answerInWords(waiting)).toBeUndefined();
  expect(answerInWords({ ...waiting, responseStatus: 500, responseMillis: 12 })).toBe(
    "Answered 500 in 12 ms",
  );
  expect(answerInWords({ ...waiting, error: "no answer in time" })).toBe("no answer in time");
});

test("only what happens soon is looked at again", () => {
  const now = Date.parse("2026-11-24T09:00:30Z");
  expect(isOnItsWay(waiting, now)).toBe(true);
  expect(isOnItsWay({ ...waiting, nextAttemptAt: "2026-11-24T09:05:00Z" }, now)).toBe(false);
  expect(isOnItsWay({ ...waiting, status: "delivered" }, now)).toBe(false);
});
