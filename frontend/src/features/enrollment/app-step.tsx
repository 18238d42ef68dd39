/** Step one: an app that shows codes. */

import { useState } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { TextField } from "@/ui/text-field";
import { type Leave, WayOut } from "./way-out";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  named: boolean;
  busy: boolean;
  onContinue: (name: string) => void;
  /** To another kind of factor, where there is one. */
  onBack: (() => void) | undefined;
  leave: Leave;
}

export function AppStep({ named, busy, onContinue, onBack, leave }: Props) {
  const [name, setName] = useState(() => say("name.usual"));
  return (
    <Form onSubmit={() => onContinue(name)}>
      <p className={classes.text}>{say("app-about")}</p>
      <p className={classes.text}>{say("app-which")}</p>
      <ul className={classes.apps}>
        <li>{say("app-both")}</li>
        <li>{say("app-phones")}</li>
        <li>{say("app-managers")}</li>
      </ul>
      {named && (
        <TextField
          label={say("name")}
          description={say("name.authenticator")}
          maxLength={50}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Actions>
        <ActionButton type="submit" loading={busy}>
          {say("have-app")}
        </ActionButton>
        <WayOut onBack={onBack} leave={leave} />
      </Actions>
    </Form>
  );
}
