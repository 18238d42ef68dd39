/** What each refusal is called in plain words. */
import type { Catalogue } from "@/lib/catalogue";
import { PasskeyError } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { Cancelled, fieldInWords, isRefusal, Unreachable } from "./problem";
import type { Problem, ProblemCode } from "./types";

const say = words("problems");

/** A failure in words, or in words in which the time is counted down. */
export type Told = string | Pause;

/** What can be tried again from a moment on, in milliseconds, and the words that say so. */
export interface Pause {
  says: Extract<keyof Catalogue["problems"], `${string}.wait`>;
  until: number;
}

/** Any failure; nothing where the person knows already, having closed a dialog. */
export function describe(error: unknown): Told | undefined {
  return pauseOf(error) ?? inWords(error);
}

/** Any failure in words that stay as they are, for where no time can run; the app's own where all others cannot be fetched. */
export function inWords(error: unknown): string | undefined {
  if (error === null || error === undefined || error instanceof Cancelled) return undefined;
  if (say.keys().length === 0) return words("app")("broken.outdated");
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

/** Which of several reasons for its code a refusal had; nothing where the code says all. */
function reasonInWords({ code, reason }: Problem): string | undefined {
  return reason === undefined ? undefined : say.find(`${code}.${reason}`);
}

function pauseOf(error: unknown): Pause | undefined {
  if (!isRefusal(error) || error.retryAt === undefined) return undefined;
  // Nobody would learn what it was about.
  if (error.retryAt <= Date.now()) return undefined;
  const says = `${error.problem.code}.wait`;
  return say.find(says) === undefined ? undefined : { says: says as Pause["says"], until: error.retryAt };
}

function refusalInWords(problem: Problem): string {
  const { code, title, detail, errors, attemptsRemaining: tries } = problem;
  if (code === "validation_failed" && errors?.length) return errors.map(fieldInWords).join(" ");
  return (
    reasonInWords(problem) ||
    (tries !== undefined && say.find(`${code}.tries`, { tries })) ||
    // A newer service may know a code that this page does not.
    (codeInWords(code) ?? detail ?? title)
  );
}
