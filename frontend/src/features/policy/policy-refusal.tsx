/** Why the policy was not saved, and what to do. */
import { Link } from "@tanstack/react-router";
import { isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import { SaveRefusal } from "@/ui/save-bar";

const say = words("policy");

export function PolicyRefusal({ error }: { error: unknown }) {
  if (isRefusal(error, "enroll_first"))
    return (
      <Message tone="warn">
        {say.rich("refused.enroll_first", { link: <Link to="/security/set-up" /> })}
      </Message>
    );
  if (isRefusal(error, "last_admin")) return <Message tone="warn">{say("refused.last_admin")}</Message>;
  return <SaveRefusal error={error} stale={say("refused.stale_version")} />;
}
