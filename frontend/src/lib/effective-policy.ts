/** What the policy means for one person at this moment, in one sentence. */
import type { EffectivePolicy } from "@/api/types";
import { asDate } from "./moments";

export function effectivePolicySentence(policy: EffectivePolicy, about: "you" | "them"): string {
  const [who, have] = about === "you" ? ["You", "have"] : ["They", "have"];
  const { standing, rule, deadline } = policy;
  if (standing === "ready") return `${who} ${have} a second factor, and are asked for it at every sign-in.`;
  if (standing === "blocked")
    return `${who} cannot sign in: the deadline${deadline ? ` of ${asDate(deadline)}` : ""} has passed.`;
  if (standing === "mustEnroll") return `${who} set up a second factor at the next sign-in.`;
  if (standing === "notice" && deadline)
    return `${because[rule]}, by ${asDate(deadline)}.${then(policy, who)}`;
  return `${because[rule]}.`;
}

const because: Record<EffectivePolicy["rule"], string> = {
  off: "Nobody is asked for a second factor",
  optional: "A second factor is optional",
  requiredAtOnce: "A second factor is required from everybody",
  phase: "A second factor is required",
  newUser: "A second factor is required from new users at once",
  extended: "A second factor is required; an administrator has set the deadline",
  notYet: "A second factor will be required in a later phase",
  notConcerned: "A second factor is required, but not here: no phase of the policy is about this account",
};

function then({ next }: EffectivePolicy, who: string): string {
  if (next === "block") return ` After that, ${who.toLowerCase()} cannot sign in without one.`;
  return next === "enrollAtLogin" ? ` After that, ${who.toLowerCase()} set it up at the next sign-in.` : "";
}
