/** A check of the log against its seals, from the click to the verdict. */
import { describe, type Told } from "@/api/messages";
import { isRefusal, Unreachable } from "@/api/problem";
import type { AuditFinding, AuditVerification } from "@/api/types";
import { words } from "@/lib/words";

const say = words("audit-log");

/** What has been checked so far. */
export interface Checked {
  events: number;
  unsealed: number;
  findings: AuditFinding[];
  head?: AuditVerification["head"];
}

export type CheckRun =
  | { step: "idle" }
  | { step: "running"; checked: Checked }
  | { step: "ended"; checked: Checked }
  | { step: "failed"; words: Told };

export type CheckEvent =
  | { type: "begun" }
  | { type: "checked"; part: AuditVerification }
  | { type: "ended" }
  | { type: "stopped" }
  | { type: "failed"; why: unknown };

export const start: CheckRun = { step: "idle" };

const nothing: Checked = { events: 0, unsealed: 0, findings: [] };

export function checkRun(run: CheckRun, event: CheckEvent): CheckRun {
  if (event.type === "begun") return { step: "running", checked: nothing };
  if (run.step !== "running") return run;
  switch (event.type) {
    case "checked":
      return { step: "running", checked: added(run.checked, event.part) };
    case "ended":
      return { step: "ended", checked: run.checked };
    case "stopped":
      return start;
    case "failed":
      return failed(event.why);
  }
}

function added(checked: Checked, part: AuditVerification): Checked {
  return {
    events: checked.events + part.events,
    unsealed: checked.unsealed + part.unsealed,
    findings: [...checked.findings, ...part.findings],
    head: part.head ?? checked.head,
  };
}

function failed(why: unknown): CheckRun {
  if (why instanceof DOMException && why.name === "AbortError") return start;
  const words = isRefusal(why) || why instanceof Unreachable ? describe(why) : undefined;
  return { step: "failed", words: words ?? say("check.broken-off") };
}

/** What a finding says of the log. */
export function inWords({ kind, seal }: AuditFinding): string {
  switch (kind) {
    case "altered":
    case "missing":
    case "inserted":
      return say(`finding.${kind}`);
    case "sealBroken":
    case "sealMissing":
      return say(`finding.${kind}`, { seal: String(seal) });
    default:
      return say("finding");
  }
}
