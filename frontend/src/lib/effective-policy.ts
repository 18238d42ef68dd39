/** What an organization's policy means for one user, in one sentence: for themselves and for administrators. */
import type { EffectivePolicy } from "@/api/types";
import { asDate, asDeadline } from "./moments";
import { roleWords } from "./role-words";
import { words } from "./words";

const say = words("lib");

export function effectivePolicySentence(policy: EffectivePolicy): string {
  const [reason, consequence] = [because(policy), therefore(policy)];
  return consequence
    ? say("sentence", { because: reason, therefore: consequence })
    : say("sentence.short", { because: reason });
}

function because({ rule, phase }: EffectivePolicy): string {
  if (rule !== "phase" && rule !== "newUser" && rule !== "notYet") return say(`because.${rule}`);
  if (!phase) return say(`because.${rule}`);
  const date = asDate(phase.startsAt);
  return phase.role === undefined
    ? say(`because.${rule}-everyone`, { date })
    : say(`because.${rule}-role`, { role: roleWords(phase.role), date });
}

function therefore({ standing, rule, deadline, next, nextAt }: EffectivePolicy): string | undefined {
  const required = !["off", "optional", "notConcerned", "notYet"].includes(rule);
  switch (standing) {
    case "ready":
      return say("therefore.ready");
    case "exempt":
      if (rule === "off") return undefined;
      return say(rule === "notYet" ? "therefore.not-yet" : "therefore.exempt");
    case "mustEnroll":
      return say(required ? "therefore.mustEnroll" : "therefore.anew");
    case "blocked":
      return deadline
        ? say("therefore.blocked-since", { deadline: asDeadline(deadline) })
        : say("therefore.blocked");
    case "notice":
      if (rule === "notYet" && deadline) return say("therefore.by", { deadline: asDeadline(deadline) });
      return ahead(next, nextAt ?? deadline);
  }
}

/** What a reminder gives notice of. */
function ahead(next: EffectivePolicy["next"], at: string | undefined): string {
  if (at && (next === "enrollAtLogin" || next === "block"))
    return say(`therefore.until-${next}`, { deadline: asDeadline(at) });
  return say("therefore.reminder");
}
