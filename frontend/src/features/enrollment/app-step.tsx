/** Step one: an app that shows codes. */
import { useState } from "react";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { TextField } from "@/ui/text-field";
import { WayOut } from "./way-out";
import classes from "./wizard.module.css";

interface Props {
  named: boolean;
  busy: boolean;
  onContinue: (name: string) => void;
  /** To another kind of factor, where there is one. */
  onBack: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}

export function AppStep({ named, busy, onContinue, onBack, onCancel }: Props) {
  const [name, setName] = useState("Phone");
  return (
    <Form onSubmit={() => onContinue(name)}>
      <p className={classes.text}>
        An authenticator app on your phone shows a new code every 30 seconds. When you sign in, you enter that
        code after your password, so a stolen password alone opens nothing.
      </p>
      <p className={classes.text}>Any of these will do, and many password managers can do it too:</p>
      <ul className={classes.apps}>
        <li>Google Authenticator or Microsoft Authenticator</li>
        <li>Aegis (Android) or Apple Passwords (iPhone)</li>
        <li>1Password or Bitwarden</li>
      </ul>
      {named && (
        <TextField
          label="Name"
          description="So that you can tell your authenticators apart."
          maxLength={50}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      )}
      <Actions>
        <ActionButton type="submit" loading={busy}>
          I have an app
        </ActionButton>
        <WayOut onBack={onBack} onCancel={onCancel} />
      </Actions>
    </Form>
  );
}
