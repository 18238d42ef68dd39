/** Says that the right to administer another organization is gone, until that is read. */

import { Button } from "@mantine/core";
import { acting } from "@/api/client";
import { useActing } from "@/api/hooks";
import { words } from "@/lib/words";
import { Alert, Message } from "@/ui/message";

const say = words("shell");

export function ActingEnd({ className }: { className: string | undefined }) {
  const state = useActing();
  const lost = state.phase === "left" && state.lost ? state.organization : undefined;
  const confirm = (
    <Button variant="default" size="compact-md" onClick={acting.settle}>
      {say("acting.ok")}
    </Button>
  );
  return (
    <div className={lost && className}>
      <Alert>
        {lost && (
          <Message tone="warn" action={confirm}>
            {say("acting.lost", { organization: lost.name })}
          </Message>
        )}
      </Alert>
    </div>
  );
}
