/** Nobody comes in this way: what happened, and who can help. */

import { Button } from "@mantine/core";
import { words } from "@/lib/words";
import { PageTitle } from "@/ui/page-title";

const say = words("challenge");

interface Props {
  /** In words. */
  reason: string | undefined;
  onBack: () => void;
}

export function Blocked({ reason, onBack }: Props) {
  return (
    <>
      <PageTitle>{say("blocked")}</PageTitle>
      <p>{reason}</p>
      <Button variant="default" onClick={onBack} fullWidth>
        {say("back")}
      </Button>
    </>
  );
}
