/** Gives a saved view another name. */
import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { NAME_LENGTH } from "@/lib/saved-views";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Form } from "./form";
import { useInsisted } from "./insisted";
import classes from "./saved-views.module.css";

const say = words("tools");

interface Props {
  name: string;
  /** Of all views of this list. */
  names: readonly string[];
  /** With the name that it had, where it keeps that. */
  onRename: (name: string) => void;
}

export function RenameView({ name: before, names, onRename }: Props) {
  const [text, setText] = useState(before);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const name = text.trim();
  const taken = name !== before && names.includes(name);
  const insisted = useInsisted();
  return (
    <Form
      label={say("rename.named", { name: before })}
      ready={name !== "" && !taken}
      insisted={insisted}
      onSubmit={() => onRename(name)}
    >
      <div className={classes.naming}>
        <TextInput
          ref={field}
          size="sm"
          label={say("rename.label")}
          maxLength={NAME_LENGTH}
          autoComplete="off"
          value={text}
          error={taken ? say("rename.taken") : insisted.missing(name === "")}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionButton type="submit" size="sm">
          {say("rename.action")}
        </ActionButton>
        <Button variant="default" size="sm" onClick={() => onRename(before)}>
          {say("cancel")}
        </Button>
      </div>
    </Form>
  );
}
