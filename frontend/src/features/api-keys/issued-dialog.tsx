/** A key's text, shown once. */
import { Button } from "@mantine/core";
import type { IssuedApiKey } from "@/api/types";
import { CopyButton } from "@/ui/copy-button";
import { DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";
import { When } from "@/ui/when";
import classes from "./keys.module.css";

interface Props {
  issued: IssuedApiKey;
  title: string;
  onClose: () => void;
}

export function IssuedDialog({ issued: { apiKey, key }, title, onClose }: Props) {
  return (
    <OnceDialog
      title={title}
      question="Close without the key?"
      loss="It is shown only now. Without it, the key has to be rotated or made anew."
      onClose={onClose}
    >
      <Slip label="Key" secret={key} />
      <p>
        Sent as <code className={classes.header}>Authorization: Bearer</code> and the key, until{" "}
        <When at={apiKey.expiresAt} dateOnly />.
      </p>
      {apiKey.previousUntil && (
        <p>
          The secret from before stops working: <When at={apiKey.previousUntil} />.
        </p>
      )}
      <Message tone="warn">
        Keep it where the service keeps its secrets; you will not see it again. Whoever has it may do what it
        may.
      </Message>
      <DialogActions>
        <CopyButton text={key} label="Copy key" size="md" />
        <Button onClick={onClose}>I have it</Button>
      </DialogActions>
    </OnceDialog>
  );
}
