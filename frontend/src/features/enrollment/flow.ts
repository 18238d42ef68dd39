/** Setting up a factor, step by step: a passkey, or an authenticator. */
import type { Told } from "@/api/messages";
import type { Enrollment, RecoveryCode } from "@/api/types";
import type { Factor } from "@/lib/factors";

export type EnrollmentState = (
  | { step: "choice" }
  | { step: "passkey" }
  | { step: "app" }
  | { step: "connect"; enrollment: Enrollment }
  | { step: "codes"; sheet: Sheet }
  | { step: "done"; answerLost?: boolean | undefined }
) &
  Common;

interface Common {
  /** Of these one is chosen, where there are several. */
  offers: readonly Factor[];
  /** What is being set up, once that is clear. */
  factor?: Factor | undefined;
  busy: boolean;
  failure?: Told | undefined;
  /** Whether the failure is about the code itself; otherwise nobody has judged it, and it stays for another try. */
  wrong?: boolean;
  /** Counts the codes that were refused, so that the field is emptied anew. */
  round: number;
}

/** What comes of it: with a first factor recovery codes, which nobody has seen where the answer that held them was lost. */
export interface Confirmed {
  sheet?: Sheet | undefined;
  answerLost?: boolean;
}

/** The recovery codes that come with a first factor, and whose they are. */
export interface Sheet {
  codes: RecoveryCode[];
  organization: string;
  account: string;
}

export type EnrollmentEvent =
  | { type: "chosen"; factor: Factor }
  | { type: "began" }
  | { type: "begun"; enrollment: Enrollment }
  | { type: "wentBack" }
  | { type: "submitted" }
  | ({ type: "confirmed" } & Confirmed)
  | { type: "refused"; message: Told | undefined }
  | { type: "failed"; message: Told | undefined }
  | { type: "lapsed"; message: string }
  | { type: "codesSaved" };

const firstSteps = { passkey: "passkey", totp: "app" } as const satisfies Record<Factor, string>;

export function start(offers: readonly Factor[]): EnrollmentState {
  const [factor] = offers;
  const idle = { offers, busy: false, round: 0 };
  return factor && offers.length === 1
    ? { step: firstSteps[factor], factor, ...idle }
    : { step: "choice", ...idle };
}

export function enrollment(state: EnrollmentState, event: EnrollmentEvent): EnrollmentState {
  const { offers, factor, round } = state;
  const idle = { offers, factor, busy: false, round };
  switch (event.type) {
    case "chosen":
      return { ...idle, step: firstSteps[event.factor], factor: event.factor };
    case "began":
    case "submitted":
      return { ...state, busy: true, failure: undefined, wrong: false };
    case "begun":
      return { ...idle, step: "connect", enrollment: event.enrollment };
    case "wentBack":
      return back(state);
    case "confirmed":
      return event.sheet
        ? { ...idle, step: "codes", sheet: event.sheet }
        : { ...idle, step: "done", answerLost: event.answerLost };
    case "refused":
      return { ...state, busy: false, failure: event.message, wrong: true, round: round + 1 };
    case "failed":
      return { ...state, busy: false, failure: event.message };
    case "lapsed":
      return { ...idle, step: "app", failure: event.message };
    case "codesSaved":
      return { ...idle, step: "done" };
  }
}

function back(state: EnrollmentState): EnrollmentState {
  const { offers, factor, round } = state;
  switch (state.step) {
    // The key that was shown stays with the service until it lapses or another one takes its place.
    case "connect":
      return { step: "app", offers, factor, busy: false, round };
    case "app":
    case "passkey":
      return offers.length > 1 ? start(offers) : state;
    case "choice":
    case "codes":
    case "done":
      return state;
  }
}

const paths: Record<Factor, EnrollmentState["step"][]> = {
  passkey: ["passkey"],
  totp: ["app", "connect"],
};

/** Where the person is among the steps that they will see; how many there are depends on what they choose. */
export function progress(
  { step, offers, factor }: EnrollmentState,
  first: boolean,
): { current: number; total?: number } {
  if (!factor) return { current: 1 };
  const steps = [...(offers.length > 1 ? ["choice"] : []), ...paths[factor], ...(first ? ["codes"] : [])];
  const index = steps.indexOf(step);
  return { current: index === -1 ? steps.length : index + 1, total: steps.length };
}
