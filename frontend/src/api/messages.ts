/** What each refusal is called in plain words. */
import { fromNow } from "@/lib/duration";
import { PasskeyError } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { Cancelled, fieldInWords, isRefusal, Unreachable } from "./problem";
import type { Problem, ProblemCode } from "./types";

const say = words("problems");

/** Any failure in words; nothing where the person knows already, having closed a dialog. */
export function describe(error: unknown): string | undefined {
  if (error === null || error === undefined || error instanceof Cancelled) return undefined;
  // What took the place of a question is seen.
  if (error instanceof PasskeyError)
    return error.failure === "superseded" ? undefined : say(`passkey.${error.failure}`);
  if (error instanceof Unreachable) return say("unreachable");
  if (!isRefusal(error)) return say("internal");
  return refusalInWords(error.problem);
}

/** What a code means by itself; nothing where this page does not know it. */
export function codeInWords(code: ProblemCode): string | undefined {
  return say.find(code) && say(code);
}

function refusalInWords({ code, title, detail, ...told }: Problem): string {
  const { errors, attemptsRemaining: tries, retryAfter } = told;
  if (code === "validation_failed" && errors?.length) return errors.map(fieldInWords).join(" ");
  if (code === "passkey_rejected" && detail) return detail;
  return (
    (tries !== undefined && say.find(`${code}.tries`, { tries })) ||
    (retryAfter !== undefined && say.find(`${code}.wait`, { wait: fromNow(retryAfter) })) ||
    // A newer service may know a code that this page does not.
    (codeInWords(code) ?? detail ?? title)
  );
}
