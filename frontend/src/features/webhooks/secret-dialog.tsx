/** The secret of a webhook, shown once. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";

const say = words("webhooks");

interface Props {
  title: string;
  secret: string;
  onClose: () => void;
  children?: ReactNode;
}

export function SecretDialog({ title, secret, onClose, children }: Props) {
  return (
    <OnceDialog title={title} question={say("leaving")} loss={say("leaving.loss")} onClose={onClose}>
      <p>{say("secret.about")}</p>
      <Slip label={say("secret")} secret={secret} />
      {children}
      <Message tone="warn">{say("secret.keep")}</Message>
      <DialogActions>
        <CopyButton text={secret} label={say("secret.copy")} size="md" />
        <Button onClick={() => onClose()}>{say("secret.saved")}</Button>
      </DialogActions>
    </OnceDialog>
  );
}
