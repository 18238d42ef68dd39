/** Gives something another name. */

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Dialog, DialogActions } from "./dialog";
import { Form } from "./form";
import { useInsisted } from "./insisted";
import { Failure } from "./message";

const say = words("ui");

interface Props {
  /** What it is called so far. */
  name: string;
  maxLength?: number;
  error: unknown;
  busy: boolean;
  onRename: (name: string) => void;
  onClose: () => void;
}

export function RenameDialog({ name: before, maxLength, error, busy, onRename, onClose }: Props) {
  const [text, setText] = useState(before);
  const name = text.trim();
  const insisted = useInsisted();
  const rename = () => (name === before ? onClose() : onRename(name));
  return (
    <Dialog title={say("rename", { name: before })} onClose={onClose}>
      <Form error={error} ready={name !== ""} insisted={insisted} onSubmit={rename}>
        <Failure message={isOnlyAbout(error, ["name"]) ? undefined : describe(error)} />
        <TextInput
          data-autofocus
          label={say("rename-label")}
          maxLength={maxLength}
          autoComplete="off"
          value={text}
          error={insisted.missing(name === "") ?? fieldMessage(error, "name")}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" loading={busy}>
            {say("rename-action")}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
