/** A key's text, shown once. */
import { Button } from "@mantine/core";
import type { IssuedApiKey } from "@/api/types";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Slip } from "@/ui/slip";
import { When } from "@/ui/when";
import classes from "./keys.module.css";

const say = words("api-keys");

interface Props {
  issued: IssuedApiKey;
  title: string;
  onClose: () => void;
}

export function IssuedDialog({ issued: { apiKey, key }, title, onClose }: Props) {
  return (
    <OnceDialog title={title} question={say("leaving")} loss={say("leaving.loss")} onClose={onClose}>
      <Slip label={say("key")} secret={key} />
      <p>
        {say.rich("sent", {
          header: <code className={classes.header} />,
          when: <When at={apiKey.expiresAt} dateOnly />,
        })}
      </p>
      {apiKey.previousUntil && (
        <p>{say.rich("previous-ends", { when: <When at={apiKey.previousUntil} /> })}</p>
      )}
      <Message tone="warn">{say("keep")}</Message>
      <DialogActions>
        <CopyButton text={key} label={say("copy")} size="md" />
        <Button onClick={() => onClose()}>{say("have")}</Button>
      </DialogActions>
    </OnceDialog>
  );
}
