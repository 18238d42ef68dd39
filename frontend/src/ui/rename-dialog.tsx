/** Gives something another name. */

import { TextInput } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { FormDialog } from "./form-dialog";
import { useInsisted } from "./insisted";

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
    <FormDialog
      title={say("rename", { name: before })}
      action={say("rename-action")}
      refusal={isOnlyAbout(error, ["name"]) ? undefined : describe(error)}
      error={error}
      ready={name !== ""}
      insisted={insisted}
      onSubmit={rename}
      busy={busy}
      onClose={() => onClose()}
    >
      <TextInput
        data-autofocus
        label={say("rename-label")}
        maxLength={maxLength}
        autoComplete="off"
        value={text}
        error={insisted.missing(name === "") ?? fieldMessage(error, "name")}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
