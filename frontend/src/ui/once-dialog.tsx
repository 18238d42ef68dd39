/** A dialog with something that cannot be shown again: whoever closes it or leaves the page is asked first. */

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useHeldSession } from "@/api/hooks";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "./dialog";
import { LeaveGuard } from "./leave-guard";

const say = words("ui");

interface Props {
  title: string;
  wide?: boolean;
  /** "Close without …?" */
  question: string;
  /** What is lost then. */
  loss: string;
  onClose: () => void;
  children: ReactNode;
}

export function OnceDialog({ title, wide, question, loss, onClose, children }: Props) {
  useHeldSession();
  const [leaving, setLeaving] = useState(false);
  return (
    <>
      <LeaveGuard active title={question}>
        {loss}
      </LeaveGuard>
      {/* Beneath the question it stays, with whatever is scrolled to or marked in it. */}
      <Dialog title={title} wide={wide} onClose={() => setLeaving(true)}>
        {children}
      </Dialog>
      {leaving && (
        <Dialog title={question} onClose={() => setLeaving(false)}>
          <p>{loss}</p>
          <DialogActions>
            <Button variant="default" onClick={() => onClose()}>
              {say("close")}
            </Button>
            <Button onClick={() => setLeaving(false)} data-autofocus>
              {say("stay")}
            </Button>
          </DialogActions>
        </Dialog>
      )}
    </>
  );
}
