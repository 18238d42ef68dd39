/** Asks before something that cannot be had again is left behind. */

import { Button } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { noteUnsaved } from "@/lib/unsaved";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "./dialog";

const say = words("ui");

interface Props {
  active: boolean;
  title: string;
  children: ReactNode;
}

export function LeaveGuard({ active, title, children }: Props) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => active,
    enableBeforeUnload: () => active,
    withResolver: true,
  });
  useEffect(() => (active ? noteUnsaved() : undefined), [active]);
  if (status !== "blocked") return null;
  return (
    <Dialog title={title} onClose={reset}>
      <p>{children}</p>
      <DialogActions>
        <Button variant="default" onClick={proceed}>
          {say("leave")}
        </Button>
        <Button onClick={reset} data-autofocus>
          {say("stay")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
