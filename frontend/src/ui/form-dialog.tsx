/** Asks for what something takes, and does it on one press; the way out beside it. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Told } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Dialog, DialogActions } from "./dialog";
import { Form } from "./form";
import type { Insisted } from "./insisted";
import { Failure } from "./message";

const say = words("ui");

interface Props {
  title: string;
  /** Said before anything is asked. */
  intro?: ReactNode;
  /** What is pressed to do it. */
  action: string;
  /** What is pressed to leave it. */
  wayOut?: string;
  /** Of what cannot be brought back, or hurts somebody. */
  grave?: boolean;
  /** Why it was not done, where no field says so. */
  refusal?: Told | undefined;
  /** Tells one refusal from the next with the same words. */
  round?: number | undefined;
  /** As of a form. */
  error?: unknown;
  ready?: boolean;
  insisted?: Insisted | undefined;
  disabled?: boolean;
  busy?: boolean;
  /** Whether it can be left while it is busy: where it waits for the person, and not for the service. */
  leavable?: boolean;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

export function FormDialog({
  title,
  intro,
  action,
  wayOut = say("cancel"),
  grave = false,
  refusal,
  round,
  error,
  ready,
  insisted,
  disabled = false,
  busy = false,
  leavable = false,
  onSubmit,
  onClose,
  children,
}: Props) {
  function close(): void {
    // What is under way is waited for: it may fail, or bring what is shown once.
    if (!busy || leavable) onClose();
  }

  return (
    <Dialog title={title} onClose={close}>
      {intro}
      <Form error={error} ready={ready} insisted={insisted} onSubmit={() => !busy && onSubmit()}>
        <Failure message={refusal} round={round} />
        {children}
        <DialogActions>
          <Button variant="default" onClick={() => close()}>
            {wayOut}
          </Button>
          <ActionButton type="submit" color={grave ? "red.9" : undefined} loading={busy} disabled={disabled}>
            {action}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
