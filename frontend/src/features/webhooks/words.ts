/** How webhooks and deliveries stand, in plain words. */
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { DeliveryStatus, Webhook, WebhookDelivery } from "@/api/types";
import { words } from "@/lib/words";

const say = words("webhooks");

type Tone = "good" | "warn" | "bad" | "info" | "quiet";

export function stateOf({ enabled, disabledBecause }: Webhook): { tone: Tone; words: string } {
  if (enabled) return { tone: "good", words: say("state.on") };
  return disabledBecause === "gone"
    ? { tone: "bad", words: say("state.gone") }
    : { tone: "quiet", words: say("state.paused") };
}

/** In the order in which they are offered. */
export const STATUSES = ["queued", "delivered", "failed", "givenUp"] as const satisfies DeliveryStatus[];

export const statusWords = (status: DeliveryStatus): string => say(`status.${status}`);

export function deliveryState({ status, attempts }: WebhookDelivery): { tone: Tone; words: string } {
  switch (status) {
    case "delivered":
      return { tone: "good", words: statusWords(status) };
    case "queued":
      return attempts === 0
        ? { tone: "info", words: statusWords(status) }
        : { tone: "warn", words: say("status.again") };
    case "failed":
    case "givenUp":
      return { tone: "bad", words: statusWords(status) };
  }
}

/** What the receiver said last. */
export function answerInWords({
  responseStatus,
  responseMillis,
  error,
}: WebhookDelivery): string | undefined {
  if (error) return error;
  if (responseStatus === undefined) return undefined;
  return say("answered", { status: String(responseStatus), millis: String(responseMillis ?? 0) });
}

/** So long before it is tried, or while it is, a delivery is worth another look. */
const SOON_MS = 65_000;

export function isOnItsWay({ status, nextAttemptAt }: WebhookDelivery, now = Date.now()): boolean {
  return status === "queued" && nextAttemptAt !== undefined && Date.parse(nextAttemptAt) < now + SOON_MS;
}

export function refusalInWords(error: unknown): Told | undefined {
  if (isRefusal(error, "not_found")) return say("gone");
  return describe(error);
}
