/** Gives a key another secret; the one before stays good for a while. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ApiKey } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure, Message } from "@/ui/message";
import { IssuedDialog } from "./issued-dialog";
import { rotateKey, useKeyChange } from "./queries";
import { hasTwoSecrets, overlapInWords, refusalInWords } from "./words";

const say = words("api-keys");

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
        title={say("rotated", { name })}
        onClose={() => onClose(say("rotated.done", { name }))}
      />
    );

  const { error, isPending } = rotate;
  const close = () => !isPending && onClose();
  return (
    <Dialog title={say("rotating", { name })} onClose={close}>
      <p>{say("rotating.about")}</p>
      {hasTwoSecrets(apiKey, now) && <Message tone="warn">{say("rotating.lately")}</Message>}
      <Form error={error} onSubmit={() => rotate.mutate({ id, overlapMinutes })}>
        <Failure message={refusalInWords(error)} />
        <NativeSelect
          data-autofocus
          size="md"
          label={say("overlap")}
          data={OVERLAPS.map((minutes) => ({ value: String(minutes), label: overlapInWords(minutes) }))}
          value={String(overlapMinutes)}
          error={fieldMessage(error, "overlapMinutes")}
          onChange={(event) => setOverlap(Number(event.currentTarget.value))}
        />
        <DialogActions>
          <Button variant="default" onClick={() => close()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" loading={isPending}>
            {say("rotating.action")}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
