/** The policy being edited: what is stored, with the edits on top. */
import type { Policy, PolicySettings } from "@/api/types";

export type Edits = Partial<PolicySettings>;

export interface Range {
  least: number;
  most: number;
}

export const ranges = {
  recoveryCodeCount: { least: 6, most: 16 },
  secretMaxAgeDays: { least: 0, most: 3650 },
  stepUpMaxAgeMinutes: { least: 1, most: 60 },
} satisfies Partial<Record<keyof PolicySettings, Range>>;

export type NumberField = keyof typeof ranges;

/** Edits survive a change by somebody else: they are laid over whatever is stored by then. */
export function draftOf(policy: Policy, edits: Edits): PolicySettings {
  const { version: _, updatedAt: __, ...settings } = policy;
  return { ...settings, ...edits };
}

export function isChanged(policy: Policy, edits: Edits): boolean {
  const draft = draftOf(policy, edits);
  const { allowedMethods, ...rest } = draft;
  const sameMethods = [...allowedMethods].sort().join() === [...policy.allowedMethods].sort().join();
  return (
    !sameMethods ||
    Object.entries(rest).some(([key, value]) => !isSame(policy[key as keyof PolicySettings], value))
  );
}

function isSame(stored: unknown, edited: unknown): boolean {
  return JSON.stringify(stored) === JSON.stringify(edited);
}

export function rangeError(field: NumberField, value: number): string | undefined {
  const { least, most } = ranges[field];
  const fits = Number.isInteger(value) && value >= least && value <= most;
  return fits ? undefined : `A whole number from ${least} to ${most}.`;
}

export function isValid(draft: PolicySettings): boolean {
  return (Object.keys(ranges) as NumberField[]).every((field) => !rangeError(field, draft[field]));
}
