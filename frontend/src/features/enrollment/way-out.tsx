/** What leads away from a step that begins something: to the choice before it, or out of the set-up. */

import { Button } from "@mantine/core";
import { words } from "@/lib/words";

const say = words("enrollment");

interface Props {
  onBack: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}

export function WayOut({ onBack, onCancel }: Props) {
  const leave = onBack ?? onCancel;
  if (!leave) return null;
  return (
    <Button variant="subtle" onClick={leave}>
      {onBack ? say("back") : say("cancel")}
    </Button>
  );
}
