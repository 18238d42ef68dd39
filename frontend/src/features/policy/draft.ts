/** The policy being edited: what is stored, with the edits on top. */
import type { Method, Policy, PolicySettings } from "@/api/types";
import { words } from "@/lib/words";
import { areSame, areValid, byDate } from "./phases";

const say = words("policy");

export type Edits = Partial<PolicySettings>;

export interface Range {
  least: number;
  most: number;
}

export const ranges = {
  recoveryCodeCount: { least: 6, most: 16 },
  secretMaxAgeDays: { least: 0, most: 3650 },
  trustedDeviceDays: { least: 0, most: 30 },
  stepUpMaxAgeMinutes: { least: 1, most: 60 },
} satisfies Partial<Record<keyof PolicySettings, Range>>;

export type NumberField = keyof typeof ranges;

export function settingsOf({ version: _, updatedAt: __, ...settings }: Policy): PolicySettings {
  return settings;
}

/** Edits survive a change by somebody else: they are laid over whatever is stored by then. */
export function draftOf(policy: Policy, edits: Edits): PolicySettings {
  return { ...settingsOf(policy), ...edits };
}

/** As it is sent: the service's words about a phase go by its place, so that order is the shown one from then on. */
export function inOrder(draft: PolicySettings): PolicySettings {
  return { ...draft, phases: byDate(draft.phases) };
}

/** The settings that a draft has otherwise than what is stored. */
export function changedKeys(stored: PolicySettings, draft: PolicySettings): (keyof PolicySettings)[] {
  return (Object.keys(draft) as (keyof PolicySettings)[]).filter((key) => !isSame(key, stored, draft));
}

export function isChanged(policy: Policy, edits: Edits): boolean {
  return changedKeys(settingsOf(policy), draftOf(policy, edits)).length > 0;
}

function isSame(key: keyof PolicySettings, stored: PolicySettings, draft: PolicySettings): boolean {
  if (key === "phases") return areSame(stored.phases, draft.phases);
  if (key === "allowedMethods" || key === "passkeyOnly")
    return [...stored[key]].sort().join() === [...draft[key]].sort().join();
  return JSON.stringify(stored[key]) === JSON.stringify(draft[key]);
}

export function rangeError(field: NumberField, value: number): string | undefined {
  const { least, most } = ranges[field];
  const fits = Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : say("range", { least, most });
}

/** Allows this method or not. What takes passkeys goes with them. */
export function withMethod({ allowedMethods }: PolicySettings, method: Method, allowed: boolean): Edits {
  const others = allowedMethods.filter((other) => other !== method);
  if (allowed) return { allowedMethods: [...others, method] };
  const gone = method === "passkey" ? { passkeyLogin: false, passkeyOnly: [] } : {};
  return { allowedMethods: others, ...gone };
}

/** Nobody could set up a second factor. */
export function factorError({ allowedMethods }: PolicySettings): string | undefined {
  const some = allowedMethods.includes("totp") || allowedMethods.includes("passkey");
  return some ? undefined : say("no-factor");
}

export function isValid(draft: PolicySettings): boolean {
  return (
    !factorError(draft) &&
    (Object.keys(ranges) as NumberField[]).every((field) => !rangeError(field, draft[field])) &&
    areValid(draft.phases)
  );
}
