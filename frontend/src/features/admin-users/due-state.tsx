/** Where somebody stands with their deadline, in a few words. */
import type { ListedUser } from "@/api/types";
import { asDate } from "@/lib/moments";
import { Tag } from "@/ui/tag";
import { type Due, dueOf } from "./filter";

export function DueState({ user }: { user: Pick<ListedUser, "twoFactor"> }) {
  const due = dueOf(user);
  return due && <Tag tone={tones[due.kind]}>{dueInWords(due)}</Tag>;
}

const tones = { ahead: "info", overdue: "warn", atNextSignIn: "info", blocked: "bad" } as const;

function dueInWords(due: Due): string {
  switch (due.kind) {
    case "ahead":
      return `due ${asDate(due.at)}`;
    case "overdue":
      return "overdue";
    case "blocked":
      return "blocked";
    case "atNextSignIn":
      return "due at the next sign-in";
  }
}
