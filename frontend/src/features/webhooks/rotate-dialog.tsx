/** Makes a new secret, and says how long the one before is good for. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Webhook } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { When } from "@/ui/when";
import { rotateSecret, useWebhookChange } from "./queries";
import { SecretDialog } from "./secret-dialog";
import { refusalInWords } from "./words";

const OVERLAPS = [
  { value: "0", label: "Not at all: it has leaked" },
  { value: "1", label: "1 hour" },
  { value: "24", label: "24 hours" },
  { value: "168", label: "7 days" },
];

export function RotateDialog({ webhook, onClose }: { webhook: Webhook; onClose: (done?: string) => void }) {
  const { id, name } = webhook;
  const [overlapHours, setOverlapHours] = useState(24);
  const rotate = useWebhookChange(rotateSecret);
  if (rotate.data) {
    const until = rotate.data.webhook.formerSecretUntil;
    const done = () => onClose(`${name} has a new secret.`);
    return (
      <SecretDialog title={`New secret of ${name}`} secret={rotate.data.secret} onClose={done}>
        {overlapHours > 0 && until && (
          <p>
            Until <When at={until} /> the one before is good as well.
          </p>
        )}
      </SecretDialog>
    );
  }
  const close = () => !rotate.isPending && onClose();
  return (
    <Dialog title={`Make a new secret for ${name}`} onClose={close}>
      <p>
        For a while everything is signed with both secrets, so that the receiver can change over at any time.
        A secret from before the present one ends at once.
      </p>
      <Form onSubmit={() => rotate.mutate({ id, overlapHours })}>
        <Failure message={refusalInWords(rotate.error)} />
        <NativeSelect
          data-autofocus
          label="So long the present secret stays good"
          size="md"
          data={OVERLAPS}
          value={String(overlapHours)}
          onChange={(event) => setOverlapHours(Number(event.currentTarget.value))}
        />
        <DialogActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={rotate.isPending}>
            Make a new secret
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
