/** A role while it is written, and what may be written. */
import type { Permission, Role } from "@/api/types";
import { GRANTABLE, inOrder } from "@/lib/permission-words";
import { words } from "@/lib/words";

const say = words("roles");

export interface Draft {
  name: string;
  description: string;
  permissions: Permission[];
}

export const emptyDraft: Draft = { name: "", description: "", permissions: [] };

export const NAME_LENGTH = 40;

export function draftOf({ name, description, permissions }: Role): Draft {
  return { name, description, permissions };
}

/** What is wrong with a name, before the service says so. */
export function nameProblem(name: string): string | undefined {
  if (name === "" || /^[a-z][a-z0-9-]{0,39}$/.test(name)) return undefined;
  if (name.length > NAME_LENGTH) return say("name.too-long", { most: NAME_LENGTH });
  return say(/^[a-z]/.test(name) ? "name.characters" : "name.start");
}

export function isReady({ name }: Draft): boolean {
  return name !== "" && nameProblem(name) === undefined;
}

export function isChanged(draft: Draft, role: Role): boolean {
  const same = (one: readonly Permission[], other: readonly Permission[]) =>
    inOrder(one).join() === inOrder(other).join();
  return draft.description.trim() !== role.description || !same(draft.permissions, role.permissions);
}

/** What goes to the service. */
export function cleaned({ name, description, permissions }: Draft): Draft {
  return { name, description: description.trim(), permissions: inOrder(permissions) };
}

export interface Choice {
  permission: Permission;
  /** Nobody gives what they do not have; what somebody else gave they may leave, or take away. */
  offered: boolean;
}

export function choices(held: readonly Permission[], given: readonly Permission[]): Choice[] {
  return GRANTABLE.map((permission) => ({
    permission,
    offered: held.includes(permission) || given.includes(permission),
  }));
}
