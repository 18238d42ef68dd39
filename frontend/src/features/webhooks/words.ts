/** How webhooks and deliveries stand, in plain words. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { DeliveryStatus, Webhook, WebhookDelivery } from "@/api/types";

type Tone = "good" | "warn" | "bad" | "info" | "quiet";

export function stateOf({ enabled, disabledBecause }: Webhook): { tone: Tone; words: string } {
  if (enabled) return { tone: "good", words: "On" };
  return disabledBecause === "gone"
    ? { tone: "bad", words: "Off: its receiver is gone" }
    : { tone: "quiet", words: "Paused" };
}

export const statusWords: Record<DeliveryStatus, string> = {
  queued: "Waiting",
  delivered: "Delivered",
  failed: "Refused for good",
  givenUp: "Given up",
};

export function deliveryState({ status, attempts }: WebhookDelivery): { tone: Tone; words: string } {
  switch (status) {
    case "delivered":
      return { tone: "good", words: statusWords.delivered };
    case "queued":
      return attempts === 0
        ? { tone: "info", words: statusWords.queued }
        : { tone: "warn", words: "Trying again" };
    case "failed":
    case "givenUp":
      return { tone: "bad", words: statusWords[status] };
  }
}

/** What the receiver said last. */
export function answerInWords({
  responseStatus,
  responseMillis,
  error,
}: WebhookDelivery): string | undefined {
  if (error) return error;
  return responseStatus === undefined ? undefined : `Answered ${responseStatus} in ${responseMillis ?? 0} ms`;
}

/** So long before it is tried, or while it is, a delivery is worth another look. */
const SOON_MS = 65_000;

export function isOnItsWay({ status, nextAttemptAt }: WebhookDelivery, now = Date.now()): boolean {
  return status === "queued" && nextAttemptAt !== undefined && Date.parse(nextAttemptAt) < now + SOON_MS;
}

export function refusalInWords(error: unknown): string | undefined {
  if (isRefusal(error, "not_found")) return "Somebody has deleted this webhook in the meantime.";
  return describe(error);
}
