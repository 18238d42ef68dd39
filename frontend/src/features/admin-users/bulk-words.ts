/** What is done to many at once, in an administrator's words. */
import { codeInWords } from "@/api/messages";
import type { BulkResult } from "@/api/types";
import { csv } from "@/lib/csv";
import { listed } from "@/lib/lists";
import { words } from "@/lib/words";
import { codeHere } from "./words";

const say = words("admin-users");

export type BulkAction = "reset" | "extendDeadline" | "remind";

interface ActionWords {
  title: string;
  consequences: string[];
  confirm: string;
  running: string;
}

export function bulkWords(action: BulkAction, size: number, withCode: boolean): ActionWords {
  return {
    title: say(`${action}.title`, { count: size }),
    consequences: consequencesOf(action, size, withCode),
    confirm: say(`${action}.confirm`, { count: size }),
    running: say(`${action}.running`),
  };
}

function consequencesOf(action: BulkAction, count: number, withCode: boolean): string[] {
  switch (action) {
    case "reset":
      return [
        say("reset.deleted", { count }),
        say("reset.signed-out"),
        say(withCode ? "reset.code" : "reset.no-code"),
      ];
    case "extendDeadline":
      return [say("extendDeadline.day", { count }), say("extendDeadline.blocked")];
    case "remind":
      return [say("remind.mail"), say("remind.left-out")];
  }
}

/** "10 done, 2 refused.": what became of them. */
export function outcomeInWords(
  action: BulkAction,
  results: readonly BulkResult[],
  complete: boolean,
  size: number,
): string {
  const left = results.filter(({ status }) => status === "refused").length;
  const parts = [say("outcome.done", { count: results.length - left })];
  if (left > 0) parts.push(say(`${action}.left`, { count: left }));
  const missed = Math.max(0, size - results.length);
  if (!complete && missed > 0) parts.push(say("outcome.missed", { count: missed }));
  return say("outcome.sentence", { parts: listed(parts) });
}

/** Why somebody was left out, as for one person alone. */
export function refusedInWords({ code }: BulkResult): string {
  const title = say("refused");
  if (code === undefined) return title;
  // Of what is done to many, reminders alone have a limit.
  if (code === "too_many_attempts") return say("refused.lately");
  return codeHere(code) ?? codeInWords(code) ?? title;
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
  return csv([[say("file.user"), say("file.code"), say("file.until")], ...rows]);
}

export function codeCount(results: readonly BulkResult[]): number {
  return results.filter(({ resetCode }) => resetCode).length;
}
