/** Gives a key another secret; the one before stays good for a while. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ApiKey } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure, Message } from "@/ui/message";
import { IssuedDialog } from "./issued-dialog";
import { rotateKey, useKeyChange } from "./queries";
import { hasTwoSecrets, overlapInWords, refusalInWords } from "./words";

const OVERLAPS = [0, 60, 1440, 10_080];
const USUAL = 1440;

export function RotateDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: (done?: string) => void }) {
  const { id, name } = apiKey;
  const [overlapMinutes, setOverlap] = useState(USUAL);
  const [now] = useState(Date.now);
  const rotate = useKeyChange(rotateKey);
  if (rotate.data)
    return (
      <IssuedDialog
        issued={rotate.data}
        title={`The new secret of ${name}`}
        onClose={() => onClose(`The key ${name} is rotated.`)}
      />
    );

  const { error, isPending } = rotate;
  const close = () => !isPending && onClose();
  return (
    <Dialog title={`Rotate the key ${name}`} onClose={close}>
      <p>
        It gets a new secret, and keeps its name, scopes and expiry. Bring the new one to where it is used
        while the one before is still good.
      </p>
      {hasTwoSecrets(apiKey, now) && (
        <Message tone="warn">
          It was rotated lately. The secret from before that rotation stops working now.
        </Message>
      )}
      <Form error={error} onSubmit={() => rotate.mutate({ id, overlapMinutes })}>
        <Failure message={refusalInWords(error)} />
        <NativeSelect
          data-autofocus
          size="md"
          label="The present secret stays good for"
          data={OVERLAPS.map((minutes) => ({ value: String(minutes), label: overlapInWords(minutes) }))}
          value={String(overlapMinutes)}
          error={fieldMessage(error, "overlapMinutes")}
          onChange={(event) => setOverlap(Number(event.currentTarget.value))}
        />
        <DialogActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={isPending}>
            Rotate the key
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
