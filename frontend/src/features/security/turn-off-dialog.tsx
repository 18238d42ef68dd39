/** Asks for password and code, and says what will be gone. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { describe } from "@/api/messages";
import { complete, emptyBoxes } from "@/lib/code-input";
import { CodeInput } from "@/ui/code-input";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PasswordField } from "@/ui/password-field";
import { disable, useChange } from "./changes";
import classes from "./security.module.css";

export function TurnOffDialog({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState("");
  const [boxes, setBoxes] = useState(emptyBoxes);
  const change = useChange(disable);
  const code = complete(boxes);
  const ready = password !== "" && code !== undefined;

  useEffect(() => {
    // A code counts once, so the next try takes the next one.
    if (change.isError) setBoxes(emptyBoxes);
  }, [change.isError]);

  return (
    <Dialog title="Turn off two-factor authentication?" onClose={onClose}>
      <ul className={classes.points}>
        <li>Your password alone will open your account.</li>
        <li>Your authenticators and recovery codes are deleted and cannot be brought back.</li>
        <li>Your other sessions are ended.</li>
      </ul>
      <Form onSubmit={() => ready && change.mutate({ password, code }, { onSuccess: onClose })}>
        <Failure message={describe(change.error)} />
        <PasswordField
          data-autofocus
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <CodeInput label="Authentication code" value={boxes} onChange={setBoxes} busy={change.isPending} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            Keep it on
          </Button>
          <Button type="submit" color="red.9" loading={change.isPending} disabled={!ready}>
            Turn off
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
