/** Gives what is shown a name. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { NAME_LENGTH } from "@/lib/saved-views";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Form } from "./form";
import { useInsisted } from "./insisted";
import classes from "./saved-views.module.css";

const say = words("tools");

interface Props {
  /** Those that are taken: saving under one of them replaces what it stood for. */
  names: readonly string[];
  onSave: (name: string) => void;
}

export function SaveView({ names, onSave }: Props) {
  const [text, setText] = useState("");
  const name = text.trim();
  const taken = names.includes(name);
  const insisted = useInsisted();
  return (
    <Form label={say("save")} ready={name !== ""} insisted={insisted} onSubmit={() => onSave(name)}>
      <div className={classes.naming}>
        <TextInput
          data-autofocus
          size="sm"
          label={say("save.name")}
          placeholder={say("save.hint")}
          maxLength={NAME_LENGTH}
          autoComplete="off"
          value={text}
          error={insisted.missing(name === "")}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionButton type="submit" size="sm">
          {say(taken ? "save.replace" : "save.action")}
        </ActionButton>
      </div>
    </Form>
  );
}
