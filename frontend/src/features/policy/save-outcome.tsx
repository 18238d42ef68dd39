/** Whether the policy was saved, and if not, what to do. */
import { Link } from "@tanstack/react-router";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { Alert, Done, Message } from "@/ui/message";

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
            <Link to="/security/authenticators/new">Set up two-factor authentication</Link>
          </Message>
        )}
        {failure && !isRefusal(error, "stale_version") && !isRefusal(error, "enroll_first") && (
          <Message tone="bad">{failure}</Message>
        )}
      </Alert>
      <Done>{saved && "The policy is saved."}</Done>
    </>
  );
}
