/** Where somebody stands who was invited and has not come yet. */

import type { ListedUser } from "@/api/types";
import { Tag } from "@/ui/tag";
import { hasNoPassword, isDead, linkInWords } from "./invite-words";
import classes from "./users.module.css";

export function InvitationState({ user }: { user: ListedUser }) {
  if (hasNoPassword(user)) return <Tag tone="info">Imported, no password yet</Tag>;
  return (
    <>
      <Tag tone={isDead(user) ? "warn" : "info"}>Invited</Tag>
      <div className={classes.quiet}>{linkInWords(user)}</div>
    </>
  );
}
