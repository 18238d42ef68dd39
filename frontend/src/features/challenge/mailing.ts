/** Codes by mail: asked for, on their way, and from when on the next one can be asked for. */
import type { Told } from "@/api/messages";
import type { Challenge } from "@/api/types";

export interface Mailing {
  busy: boolean;
  /** Counts what was asked for: a code takes the place of the one before. */
  round: number;
  /** Where the last code went, masked; absent until one did. */
  sentTo?: string;
  failure?: Told;
  /** The next code can be asked for from this moment on, in milliseconds: a while after one was mailed, or by a limit. */
  wait?: { until: number; limit: boolean };
}

export type MailingEvent =
  | { type: "asked" }
  | { type: "sent"; sentTo: string; at: number }
  | { type: "limited"; until: number }
  | { type: "failed"; message: Told | undefined }
  | { type: "released" };

/** Mail takes a moment: whoever asks again at once would only make the first code worthless. */
const PATIENCE_MS = 30_000;

export const unsent: Mailing = { busy: false, round: 0 };

export function mailing(state: Mailing, event: MailingEvent): Mailing {
  switch (event.type) {
    case "asked":
      return { ...state, busy: true, round: state.round + 1, failure: undefined, wait: undefined };
    case "sent":
      return {
        ...state,
        busy: false,
        sentTo: event.sentTo,
        wait: { until: event.at + PATIENCE_MS, limit: false },
      };
    case "limited":
      return { ...state, busy: false, wait: { until: event.until, limit: true } };
    case "failed":
      return { ...state, busy: false, failure: event.message };
    case "released":
      return { ...state, wait: undefined };
  }
}

/** Whoever has no other way gets a code without asking for it; others say first that they want one. */
export function goesAtOnce({ methods }: Challenge): boolean {
  return methods.length === 1 && methods[0] === "email";
}
