/** Asks before something that cannot be had again is left behind. */
import { Button } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Dialog, DialogActions } from "./dialog";

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
  if (status !== "blocked") return null;
  return (
    <Dialog title={title} onClose={reset}>
      <p>{children}</p>
      <DialogActions>
        <Button variant="default" onClick={proceed}>
          Leave
        </Button>
        <Button onClick={reset} data-autofocus>
          Stay here
        </Button>
      </DialogActions>
    </Dialog>
  );
}
