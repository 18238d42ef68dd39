/** Asks for password and code, and says what will be gone. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { describe, triesLeft } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { OneTimeCode } from "@/ui/one-time-code";
import { PasswordField } from "@/ui/password-field";
import { disable, useChange } from "./changes";
import classes from "./security.module.css";

interface Props {
  /** Said first, to those who asked for something else. */
  intro?: string;
  /** The organization asks nobody for a second factor at the moment. */
  suspended: boolean;
  codeLengths: readonly number[];
  onClose: () => void;
}

export function TurnOffDialog({ intro, suspended, codeLengths, onClose }: Props) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string>();
  const [round, setRound] = useState<number>();
  const change = useChange(disable);
  const ready = password !== "" && code !== undefined;

  useEffect(() => {
    if (!change.error) return;
    // A code counts once, so the next try takes the next one.
    setRound((before = 0) => before + 1);
  }, [change.error]);

  return (
    <Dialog
      title={suspended ? "Delete what you have set up?" : "Turn off two-factor authentication?"}
      onClose={onClose}
    >
      {intro && <p>{intro}</p>}
      <ul className={classes.points}>
        {!suspended && <li>Your password alone will open your account.</li>}
        <li>Your authenticators and recovery codes are deleted and cannot be brought back.</li>
        <li>Your other sessions are ended.</li>
      </ul>
      <Form onSubmit={() => ready && change.mutate({ password, code }, { onSuccess: onClose })}>
        <Failure message={reason(change.error)} />
        <PasswordField
          data-autofocus
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <OneTimeCode lengths={codeLengths} onChange={setCode} busy={change.isPending} round={round} />
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            {suspended ? "Keep it" : "Keep it on"}
          </Button>
          <ActionButton type="submit" color="red.9" loading={change.isPending} disabled={!ready}>
            {suspended ? "Delete" : "Turn off"}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

/** The service does not tell which of the two was wrong. */
function reason(error: unknown): string | undefined {
  if (!isRefusal(error, "code_rejected")) return describe(error);
  return `The password or the code is not right.${triesLeft(error.problem.attemptsRemaining)}`;
}
