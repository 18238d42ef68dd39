/** Nobody comes in this way: what happened, and who can help. */
import { Button } from "@mantine/core";
import { PageTitle } from "@/ui/page-title";

interface Props {
  /** In words, where it is not that the deadline has passed. */
  reason: string | undefined;
  onBack: () => void;
}

export function Blocked({ reason, onBack }: Props) {
  return (
    <>
      <PageTitle>Your sign-in is blocked</PageTitle>
      {reason ? (
        <p>{reason}</p>
      ) : (
        <>
          <p>
            Your password is right, but your organization requires two-factor authentication, and your time to
            set it up has passed.
          </p>
          <p>
            Please ask your administrator to give you more time or a temporary pass. Then sign in again, and
            set it up.
          </p>
        </>
      )}
      <Button variant="default" onClick={onBack} fullWidth>
        Back to sign-in
      </Button>
    </>
  );
}
