/** What stands beside somebody's name on their page. */
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { hasNoPassword, isDead, linkInWords } from "./invitation-words";

const say = words("admin-users");

export function UserSigns({ user }: { user: ListedUser }) {
  const { twoFactor, suspended, frozen, activated } = user;
  return (
    <>
      {twoFactor.state !== "notEnabled" && <TwoKeys />}
      {suspended && <Tag tone="bad">{say("suspended")}</Tag>}
      {frozen && <Tag tone="warn">{say("frozen")}</Tag>}
      {!activated && hasNoPassword(user) && <Tag tone="info">{say("imported")}</Tag>}
      {!activated && !hasNoPassword(user) && (
        <Tag tone={isDead(user) ? "warn" : "info"}>{linkInWords(user, "invited")}</Tag>
      )}
    </>
  );
}
