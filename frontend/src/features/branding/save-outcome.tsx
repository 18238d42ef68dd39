/** Whether the branding was saved, and if not, what to do. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { Alert, Done, Message, Reason } from "@/ui/message";

const say = words("branding");

interface Props {
  error: unknown;
  /** Whether a field says it already. */
  explained: boolean;
  saved: boolean;
}

export function SaveOutcome({ error, explained, saved }: Props) {
  const stale = isRefusal(error, "stale_version");
  const failure = stale || explained ? undefined : describe(error);
  return (
    <>
      <Alert>
        {stale && <Message tone="warn">{say("stale")}</Message>}
        {failure && <Reason told={failure} />}
      </Alert>
      <Done>{saved && say("saved")}</Done>
    </>
  );
}
