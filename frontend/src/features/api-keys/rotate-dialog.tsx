/** Gives a key another secret; the one before stays good for a while. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ApiKey } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { Message } from "@/ui/message";
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
  return (
    <FormDialog
      title={say("rotating", { name })}
      intro={
        <>
          <p>{say("rotating.about")}</p>
          {hasTwoSecrets(apiKey, now) && <Message tone="warn">{say("rotating.lately")}</Message>}
        </>
      }
      action={say("rotating.action")}
      refusal={refusalInWords(error)}
      error={error}
      onSubmit={() => rotate.mutate({ id, overlapMinutes })}
      busy={isPending}
      onClose={() => onClose()}
    >
      <NativeSelect
        data-autofocus
        size="md"
        label={say("overlap")}
        data={OVERLAPS.map((minutes) => ({ value: String(minutes), label: overlapInWords(minutes) }))}
        value={String(overlapMinutes)}
        error={fieldMessage(error, "overlapMinutes")}
        onChange={(event) => setOverlap(Number(event.currentTarget.value))}
      />
    </FormDialog>
  );
}
