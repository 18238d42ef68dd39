/** Whether the policy was saved, and if not, what to do. */
import { Link } from "@tanstack/react-router";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { ProblemCode } from "@/api/types";
import { words } from "@/lib/words";
import { Alert, Done, Message, Reason } from "@/ui/message";

const say = words("policy");

/** These have more to say than what they are called. */
const EXPLAINED = ["stale_version", "enroll_first", "last_admin"] satisfies ProblemCode[];

export function SaveOutcome({ error, saved }: { error: unknown; saved: boolean }) {
  const failure = describe(error);
  return (
    <>
      <Alert>
        {isRefusal(error, "stale_version") && <Message tone="warn">{say("refused.stale_version")}</Message>}
        {isRefusal(error, "enroll_first") && (
          <Message tone="warn">
            {say.rich("refused.enroll_first", { link: <Link to="/security/set-up" /> })}
          </Message>
        )}
        {isRefusal(error, "last_admin") && <Message tone="warn">{say("refused.last_admin")}</Message>}
        {failure && !EXPLAINED.some((code) => isRefusal(error, code)) && <Reason told={failure} />}
      </Alert>
      <Done>{saved && say("saved")}</Done>
    </>
  );
}
