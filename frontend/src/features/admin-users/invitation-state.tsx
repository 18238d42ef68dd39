/** Where somebody stands who was invited and has not come yet. */

import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import { hasNoPassword, isDead, linkInWords } from "./invitation-words";

const say = words("admin-users");

export function InvitationState({ user }: { user: ListedUser }) {
  if (hasNoPassword(user)) return <Tag tone="info">{say("imported")}</Tag>;
  return (
    <>
      <Tag tone={isDead(user) ? "warn" : "info"}>{say("invited")}</Tag>
      <div className={quiet.small}>{linkInWords(user)}</div>
    </>
  );
}
