/** What leads away from a step that begins something: to the choice before it, or out of the set-up. */

import { Button } from "@mantine/core";
import { words } from "@/lib/words";

const say = words("enrollment");

/** Where that leads, in words. */
export interface Leave {
  label: string;
  onClick: () => void;
}

interface Props {
  onBack: (() => void) | undefined;
  leave: Leave;
}

export function WayOut({ onBack, leave }: Props) {
  const { label, onClick } = onBack ? { label: say("back"), onClick: onBack } : leave;
  return (
    <Button variant="subtle" onClick={onClick}>
      {label}
    </Button>
  );
}
