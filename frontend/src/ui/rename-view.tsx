/** Gives a saved view another name. */
import { Button, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { NAME_LENGTH } from "@/lib/saved-views";
import { words } from "@/lib/words";
import { ActionButton } from "./action-button";
import { Form } from "./form";
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
  const ready = name !== "" && !taken;
  return (
    <Form label={say("rename.named", { name: before })} onSubmit={() => ready && onRename(name)}>
      <div className={classes.naming}>
        <TextInput
          ref={field}
          size="sm"
          label={say("rename.label")}
          maxLength={NAME_LENGTH}
          autoComplete="off"
          value={text}
          error={taken && say("rename.taken")}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ActionButton type="submit" size="sm" disabled={!ready}>
          {say("rename.action")}
        </ActionButton>
        <Button variant="default" size="sm" onClick={() => onRename(before)}>
          {say("cancel")}
        </Button>
      </div>
    </Form>
  );
}
