/** What is done to many at once, in an administrator's words. */
import { Refusal } from "@/api/problem";
import type { BulkResult } from "@/api/types";
import { csv } from "@/lib/csv";
import { count } from "@/lib/duration";
import { refusalInWords } from "./words";

export type BulkAction = "reset" | "extendDeadline" | "remind";

interface ActionWords {
  title: string;
  consequences: string[];
  confirm: string;
  running: string;
  /** Of each person. */
  done: string;
  /** Of those whom it did not happen to. */
  refused: string;
}

export function bulkWords(action: BulkAction, size: number, withCode: boolean): ActionWords {
  const people = size === 1 ? "1 person" : `${size} people`;
  if (action === "extendDeadline")
    return {
      title: `Extend the deadline of ${people}?`,
      consequences: [
        `The day that you choose becomes the deadline of ${people}, whatever the policy says.`,
        "Whoever is blocked now can sign in again until then. Who has a second factor already keeps it.",
      ],
      confirm: `Extend for ${people}`,
      running: "Extending deadlines",
      done: "Extended",
      refused: "refused",
    };
  if (action === "remind")
    return {
      title: `Remind ${people} by email?`,
      consequences: [
        "Whoever has no second factor gets a mail that asks to set one up, and says by when.",
        "Left out is who has one, cannot sign in, or was reminded within the last hour.",
      ],
      confirm: `Remind ${people}`,
      running: "Sending reminders",
      done: "Reminded",
      refused: "left out",
    };
  return {
    title: `Reset the second factor of ${people}?`,
    consequences: [
      `The authenticators, passkeys and recovery codes of ${people} are deleted and cannot be brought back.`,
      "They are signed out everywhere.",
      withCode
        ? "You get a code for each of them, shown once: they enter it at the next sign-in and set up a new second factor."
        : "They set up a new second factor after the next sign-in, for which the password alone is enough.",
    ],
    confirm: `Reset ${people}`,
    running: "Resetting second factors",
    done: "Reset",
    refused: "refused",
  };
}

/** "10 done, 2 refused": what became of them. */
export function outcomeInWords(
  results: readonly BulkResult[],
  complete: boolean,
  size: number,
  refused = "refused",
): string {
  const left = results.filter(({ status }) => status === "refused").length;
  const told = [`${results.length - left} done`];
  if (left > 0) told.push(`${left} ${refused}`);
  const missed = Math.max(0, size - results.length);
  if (!complete && missed > 0) told.push(`${missed} not reached`);
  return `${told.join(", ")}.`;
}

/** Why somebody was left out, as for one person alone. */
export function refusedInWords({ code }: BulkResult): string {
  if (code === undefined) return "Refused.";
  // Of what is done to many, reminders alone have a limit.
  if (code === "too_many_attempts") return "Reminded within the last hour already.";
  const problem = { type: "about:blank", title: "Refused.", status: 403, instance: "", code };
  return refusalInWords(new Refusal(problem)) ?? problem.title;
}

/** Those who need attention first. */
export function inOrder(results: readonly BulkResult[]): BulkResult[] {
  return [...results].sort((one, other) => rank(one) - rank(other));
}

const rank = ({ status }: BulkResult) => (status === "refused" ? 0 : 1);

/** The codes, to be passed on one by one. */
export function codesAsCsv(results: readonly BulkResult[], nameOf: (result: BulkResult) => string): string {
  const rows = results.flatMap((result) =>
    result.resetCode ? [[nameOf(result), result.resetCode, result.expiresAt ?? ""]] : [],
  );
  return csv([["user", "reset code", "good until"], ...rows]);
}

export function codeCount(results: readonly BulkResult[]): string {
  return count(results.filter(({ resetCode }) => resetCode).length, "code");
}
