/** How things stand with somebody's invitation, in a few words. */
import type { ListedUser } from "@/api/types";
import { asDateAndTime } from "@/lib/moments";
import { words } from "@/lib/words";

const say = words("admin-users");

export type Invited = Pick<ListedUser, "activated" | "invitation">;

/** Whether somebody came without a password, and nobody has invited them to choose one. */
export function hasNoPassword({ activated, imported, invitation }: ListedUser): boolean {
  return !activated && imported && !invitation;
}

/** What somebody loses with their account who has not activated it. */
export function removalOf({ twoFactor }: Pick<ListedUser, "twoFactor">) {
  return twoFactor.state === "notEnabled" ? "remove.purpose" : "remove.purpose-with-factor";
}

export function isDead({ invitation }: Invited, now = Date.now()): boolean {
  return !invitation || Date.parse(invitation.expiresAt) <= now;
}

/** How long somebody can still follow their invitation: beneath the word for it, or in one with it. */
export function linkInWords(user: Invited, told: "link" | "invited" = "link", now = Date.now()): string {
  if (isDead(user, now)) return say(`${told}.expired`);
  return say(`${told}.good`, { moment: asDateAndTime(user.invitation?.expiresAt ?? "") });
}
