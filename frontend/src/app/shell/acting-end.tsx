/** Says that the right to administer another organization is gone, until that is read. */
import { Button } from "@mantine/core";
import { acting } from "@/api/client";
import { useActing } from "@/api/hooks";
import { Alert, Message } from "@/ui/message";

export function ActingEnd({ className }: { className: string | undefined }) {
  const state = useActing();
  const lost = state.phase === "left" && state.lost ? state.organization : undefined;
  const confirm = (
    <Button variant="default" size="compact-md" onClick={acting.settle}>
      OK
    </Button>
  );
  return (
    <div className={lost && className}>
      <Alert>
        {lost && (
          <Message tone="warn" action={confirm}>
            You may no longer administer {lost.name}, so you are back in your own organization. What you did
            last there may not have been saved.
          </Message>
        )}
      </Alert>
    </div>
  );
}
