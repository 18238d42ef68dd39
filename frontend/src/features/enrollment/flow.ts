/** Setting up an authenticator, step by step. */
import type { Enrollment, RecoveryCode } from "@/api/types";

export type EnrollmentState = (
  | { step: "app" }
  | { step: "scan"; enrollment: Enrollment }
  | { step: "code"; enrollment: Enrollment }
  | { step: "codes"; codes: RecoveryCode[] }
  | { step: "done" }
) & { busy: boolean; failure?: string; round: number };

export type EnrollmentEvent =
  | { type: "began" }
  | { type: "begun"; enrollment: Enrollment }
  | { type: "scanned" }
  | { type: "wentBack" }
  | { type: "submitted" }
  | { type: "confirmed"; codes?: RecoveryCode[] }
  | { type: "refused"; message: string | undefined }
  | { type: "lapsed"; message: string }
  | { type: "codesSaved" };

export const start: EnrollmentState = { step: "app", busy: false, round: 0 };

export function enrollment(state: EnrollmentState, event: EnrollmentEvent): EnrollmentState {
  const { round } = state;
  switch (event.type) {
    case "began":
    case "submitted":
      return { ...state, busy: true, failure: undefined };
    case "begun":
      return { step: "scan", enrollment: event.enrollment, busy: false, round };
    case "scanned":
      return state.step === "scan" ? { ...state, step: "code", failure: undefined } : state;
    case "wentBack":
      return back(state);
    case "confirmed":
      return event.codes
        ? { step: "codes", codes: event.codes, busy: false, round }
        : { step: "done", busy: false, round };
    case "refused":
      return { ...state, busy: false, failure: event.message, round: round + 1 };
    case "lapsed":
      return { step: "app", busy: false, failure: event.message, round };
    case "codesSaved":
      return { step: "done", busy: false, round };
  }
}

function back(state: EnrollmentState): EnrollmentState {
  if (state.step === "code") return { ...state, step: "scan", failure: undefined };
  // The key that was shown stays with the service until it lapses or another one takes its place.
  if (state.step === "scan") return { step: "app", busy: false, round: state.round };
  return state;
}

/** Where the person is among the steps that they will see. */
export function progress({ step }: EnrollmentState, first: boolean): { current: number; total: number } {
  const steps = ["app", "scan", "code", ...(first ? ["codes"] : [])];
  const index = steps.indexOf(step);
  return { current: index === -1 ? steps.length : index + 1, total: steps.length };
}
