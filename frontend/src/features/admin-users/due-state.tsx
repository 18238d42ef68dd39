/** Where somebody stands with their deadline, in a few words. */
import type { ListedUser } from "@/api/types";
import { asDate } from "@/lib/moments";
import { words } from "@/lib/words";
import { Tag } from "@/ui/tag";
import { type Due, dueOf } from "./filter";

const say = words("admin-users");

export function DueState({ user }: { user: Pick<ListedUser, "twoFactor"> }) {
  const due = dueOf(user);
  return due && <Tag tone={tones[due.kind]}>{dueInWords(due)}</Tag>;
}

const tones = { ahead: "info", overdue: "warn", atNextSignIn: "info", blocked: "bad" } as const;

function dueInWords(due: Due): string {
  return due.kind === "ahead" ? say("due.ahead", { date: asDate(due.at) }) : say(`due.${due.kind}`);
}
