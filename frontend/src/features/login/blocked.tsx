/** The deadline has passed: what happened, and who can help. */
import { Button } from "@mantine/core";
import { PageTitle } from "@/ui/page-title";

export function Blocked({ onBack }: { onBack: () => void }) {
  return (
    <>
      <PageTitle>Your sign-in is blocked</PageTitle>
      <p>
        Your password is right, but your organization requires two-factor authentication, and your time to set
        it up has passed.
      </p>
      <p>
        Please ask your administrator to give you more time or a temporary pass. Then sign in again, and set
        it up.
      </p>
      <Button variant="default" onClick={onBack} fullWidth>
        Back to sign-in
      </Button>
    </>
  );
}
