/** An export, from the click to the file. */
import { describe, type Told } from "@/api/messages";
import { isRefusal, Unreachable } from "@/api/problem";
import { perLanguage } from "@/lib/locale";
import { words } from "@/lib/words";

const say = words("audit-log");

export type ExportRun =
  | { step: "idle" }
  | { step: "running"; bytes: number }
  | { step: "saved"; bytes: number }
  | { step: "failed"; words: Told };

export type ExportEvent =
  | { type: "begun" }
  | { type: "received"; bytes: number }
  | { type: "ended" }
  | { type: "stopped" }
  | { type: "failed"; why: unknown };

export const start: ExportRun = { step: "idle" };

export function exportRun(run: ExportRun, event: ExportEvent): ExportRun {
  if (event.type === "begun") return { step: "running", bytes: 0 };
  if (run.step !== "running") return run;
  switch (event.type) {
    case "received":
      return { step: "running", bytes: run.bytes + event.bytes };
    case "ended":
      return { step: "saved", bytes: run.bytes };
    case "stopped":
      return start;
    case "failed":
      return failed(event.why);
  }
}

function failed(why: unknown): ExportRun {
  // The person closed the browser's dialog, or stopped it.
  if (why instanceof DOMException && why.name === "AbortError") return start;
  if (isRefusal(why) || why instanceof Unreachable) {
    const words = describe(why);
    return words ? { step: "failed", words } : start;
  }
  return { step: "failed", words: say("export.broken-off") };
}

const size = (unit: "kilobyte" | "megabyte", digits: number) =>
  perLanguage(
    (locale) =>
      new Intl.NumberFormat(locale, {
        style: "unit",
        unit,
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }),
  );

const kilobytes = size("kilobyte", 0);
const megabytes = size("megabyte", 1);

/** `1234567` is "1.2 MB". */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? kilobytes().format(Math.ceil(bytes / 1000))
    : megabytes().format(bytes / 1_000_000);
}
