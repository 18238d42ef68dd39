/** Phases of a roll-out in words: whom each concerns. */
import type { Phase } from "@/api/types";
import { roleWords } from "./role-words";
import { words } from "./words";

const say = words("lib");

/** The role that a phase concerns, or nothing where it concerns everyone. */
export function roleOf(phase: Phase): string | undefined {
  return phase.role;
}

/** "everyone", or "the role Manager". */
export function targetInWords(phase: Phase): string {
  const role = roleOf(phase);
  return role === undefined ? say("everyone") : say("only-role", { role: roleWords(role) });
}
