/** Makes a new secret, and says how long the one before is good for. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import type { Webhook } from "@/api/types";
import { exactly } from "@/lib/duration";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { When } from "@/ui/when";
import { rotateSecret, useWebhookChange } from "./queries";
import { SecretDialog } from "./secret-dialog";
import { refusalInWords } from "./words";

const say = words("webhooks");

/** In hours. */
const OVERLAPS = [0, 1, 24, 168];

function overlapInWords(hours: number): string {
  if (hours === 0) return say("overlap.none");
  return hours > 24 ? exactly(hours / 24, "day") : exactly(hours, "hour");
}

export function RotateDialog({ webhook, onClose }: { webhook: Webhook; onClose: (done?: string) => void }) {
  const { id, name } = webhook;
  const [overlapHours, setOverlapHours] = useState(24);
  const rotate = useWebhookChange(rotateSecret);
  if (rotate.data) {
    const until = rotate.data.webhook.formerSecretUntil;
    const done = () => onClose(say("rotated.done", { name }));
    return (
      <SecretDialog title={say("rotated", { name })} secret={rotate.data.secret} onClose={done}>
        {overlapHours > 0 && until && <p>{say.rich("rotated.former", { when: <When at={until} /> })}</p>}
      </SecretDialog>
    );
  }
  return (
    <FormDialog
      title={say("rotating", { name })}
      intro={<p>{say("rotating.about")}</p>}
      action={say("rotating.action")}
      refusal={refusalInWords(rotate.error)}
      onSubmit={() => rotate.mutate({ id, overlapHours })}
      busy={rotate.isPending}
      onClose={() => onClose()}
    >
      <NativeSelect
        data-autofocus
        label={say("overlap")}
        size="md"
        data={OVERLAPS.map((hours) => ({ value: String(hours), label: overlapInWords(hours) }))}
        value={String(overlapHours)}
        onChange={(event) => setOverlapHours(Number(event.currentTarget.value))}
      />
    </FormDialog>
  );
}
