/** What an organization's policy means for one user, in one sentence: for themselves and for administrators. */
import type { EffectivePolicy, Phase } from "@/api/types";
import { asDate, asDeadline } from "./moments";
import { targetInWords } from "./phases";

export function effectivePolicySentence(policy: EffectivePolicy): string {
  return `${[because(policy), therefore(policy)].filter(Boolean).join("; ")}.`;
}

function because({ rule, phase }: EffectivePolicy): string {
  switch (rule) {
    case "off":
      return "Nobody is asked for a second factor at the moment";
    case "optional":
      return "A second factor is optional";
    case "requiredAtOnce":
      return "A second factor is required of everyone";
    case "phase":
      return `A second factor is required ${since(phase)}`;
    case "newUser":
      return `A second factor is required ${since(phase)}, before this account was made`;
    case "extended":
      return "A second factor is required, by a deadline that an administrator has set";
    case "notYet":
      return phase
        ? `A second factor will be required of ${targetInWords(phase)} from ${asDate(phase.startsAt)} on`
        : "A second factor will be required later";
    case "notConcerned":
      return "A second factor is required in phases, and none of them concerns this account";
  }
}

function since(phase: Phase | undefined): string {
  return phase ? `of ${targetInWords(phase)} since ${asDate(phase.startsAt)}` : "by a phase of the roll-out";
}

function therefore({ standing, rule, deadline, next, nextAt }: EffectivePolicy): string {
  switch (standing) {
    case "ready":
      return "it is set up, and asked for when you sign in";
    case "exempt":
      if (rule === "off") return "";
      return rule === "notYet" ? "until then nothing changes" : "the password alone signs in";
    case "mustEnroll":
      return "it has to be set up at the next sign-in";
    case "blocked":
      return `sign-in is blocked${deadline ? `, since the deadline passed on ${asDeadline(deadline)}` : ""}`;
    case "notice":
      return ahead(next, nextAt ?? deadline);
  }
}

/** What a reminder gives notice of. */
function ahead(next: EffectivePolicy["next"], at: string | undefined): string {
  const after = { enrollAtLogin: "it has to be set up at the next sign-in", block: "sign-in is blocked" };
  if (at && (next === "enrollAtLogin" || next === "block"))
    return `it can be set up until ${asDeadline(at)}, and after that ${after[next]}`;
  return "a reminder is shown until it is set up";
}
