/** Phases of a roll-out in words: whom each concerns. */
import type { Phase } from "@/api/types";
import { roleWords } from "./role-words";

/** The role that a phase concerns, or nothing where it concerns everyone. */
export function roleOf(phase: Phase): string | undefined {
  return ("role" in phase ? phase.role : undefined) ?? undefined;
}

/** A role's own name, where it is not one of those that come with the service. */
export function roleInWords(role: string): string {
  const known: Record<string, string | undefined> = roleWords;
  return known[role] ?? role;
}

/** "everyone", or "the role Manager". */
export function targetInWords(phase: Phase): string {
  const role = roleOf(phase);
  return role === undefined ? "everyone" : `the role ${roleInWords(role)}`;
}
