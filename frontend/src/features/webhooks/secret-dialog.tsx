/** The secret of a webhook, shown once. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { CopyButton } from "@/ui/copy-button";
import { DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";

interface Props {
  title: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}

export function SecretDialog({ title, secret, onClose, children }: Props) {
  return (
    <OnceDialog
      title={title}
      question="Close without the secret?"
      loss="It is shown only now. Without it, the receiver cannot tell what is genuine; you would have to make a new one."
      onClose={onClose}
    >
      <p>The receiver verifies with this secret that what it gets comes from here:</p>
      <Slip label="Secret" secret={secret} />
      {children}
      <Message tone="warn">Put it into the receiver's settings now; you will not see it again.</Message>
      <DialogActions>
        <CopyButton text={secret} label="Copy secret" size="md" />
        <Button onClick={onClose}>I have saved it</Button>
      </DialogActions>
    </OnceDialog>
  );
}
