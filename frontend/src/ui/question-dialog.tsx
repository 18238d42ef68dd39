/** Asks before something is done, with the consequence in view; the way out has the focus. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Told } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Dialog, DialogActions } from "./dialog";
import { Failure } from "./message";

const say = words("ui");

interface Props {
  title: string;
  /** What is pressed to do it. */
  action: string;
  /** What is pressed to leave it. */
  wayOut?: string;
  /** Of what cannot be brought back, or hurts somebody. */
  grave?: boolean;
  /** Why it was not done. */
  refusal: Told | undefined;
  busy: boolean;
  onAct: () => void;
  onClose: () => void;
  /** The consequences. */
  children: ReactNode;
}

export function QuestionDialog({
  title,
  action,
  wayOut = say("cancel"),
  grave = true,
  refusal,
  busy,
  onAct,
  onClose,
  children,
}: Props) {
  return (
    <Dialog title={title} onClose={onClose}>
      <Failure message={refusal} />
      {children}
      <DialogActions>
        <Button variant="default" onClick={() => onClose()} data-autofocus>
          {wayOut}
        </Button>
        <ActionButton color={grave ? "red.9" : undefined} loading={busy} onClick={onAct}>
          {action}
        </ActionButton>
      </DialogActions>
    </Dialog>
  );
}
