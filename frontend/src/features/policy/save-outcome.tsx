/** Whether the policy was saved, and if not, what to do. */
import { Link } from "@tanstack/react-router";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { ProblemCode } from "@/api/types";
import { Alert, Done, Message } from "@/ui/message";

/** These have more to say than what they are called. */
const EXPLAINED = ["stale_version", "enroll_first", "last_admin"] satisfies ProblemCode[];

export function SaveOutcome({ error, saved }: { error: unknown; saved: boolean }) {
  const failure = describe(error);
  return (
    <>
      <Alert>
        {isRefusal(error, "stale_version") && (
          <Message tone="warn">
            Somebody else changed the policy in the meantime. Their settings are loaded, with your changes on
            top: check them and save again, or discard yours.
          </Message>
        )}
        {isRefusal(error, "enroll_first") && (
          <Message tone="warn">
            Before you require a second factor from others, set up your own.{" "}
            <Link to="/security/set-up">Set up two-factor authentication</Link>
          </Message>
        )}
        {isRefusal(error, "last_admin") && (
          <Message tone="warn">
            With this policy no administrator could sign in any more, so it was not saved. Give administrators
            more time, or let people who are late set up their second factor at sign-in.
          </Message>
        )}
        {failure && !EXPLAINED.some((code) => isRefusal(error, code)) && (
          <Message tone="bad">{failure}</Message>
        )}
      </Alert>
      <Done>{saved && "The policy is saved."}</Done>
    </>
  );
}
