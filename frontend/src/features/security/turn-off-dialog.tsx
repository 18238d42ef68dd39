/** Asks for the password and a code or a passkey, and says what will be gone. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { describe, triesLeft } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { TwoFactor } from "@/api/types";
import { lengthsOf } from "@/lib/code-input";
import { prepare, stopAsking } from "@/lib/webauthn";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { OneTimeCode } from "@/ui/one-time-code";
import { PasswordField } from "@/ui/password-field";
import { TextButton } from "@/ui/text-button";
import { disable, useChange } from "./changes";
import classes from "./security.module.css";
import { otherWayWords, useWays } from "./ways";

interface Props {
  /** Said first, to those who asked for something else. */
  intro?: string;
  twoFactor: TwoFactor;
  onClose: () => void;
}

export function TurnOffDialog({ intro, twoFactor, onClose }: Props) {
  // The organization asks nobody for a second factor at the moment.
  const suspended = twoFactor.mode === "off";
  const { way, other, choose } = useWays(twoFactor);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string>();
  const [round, setRound] = useState<number>();
  const change = useChange(disable);
  const ready = password !== "" && (way === "passkey" || code !== undefined);

  useEffect(() => {
    if (!change.error) return;
    // A code counts once, so the next try takes the next one.
    setRound((before = 0) => before + 1);
  }, [change.error]);

  useEffect(() => {
    prepare();
    return () => void stopAsking();
  }, []);

  function turnOff(): void {
    if (!ready) return;
    change.mutate({ password, code: way === "passkey" ? undefined : code }, { onSuccess: onClose });
  }

  return (
    <Dialog
      title={suspended ? "Delete what you have set up?" : "Turn off two-factor authentication?"}
      onClose={onClose}
    >
      {intro && <p>{intro}</p>}
      <ul className={classes.points}>
        {!suspended && <li>Your password alone will open your account.</li>}
        <li>Your authenticators, passkeys and recovery codes are deleted and cannot be brought back.</li>
        <li>Your other sessions are ended.</li>
      </ul>
      <Form onSubmit={turnOff}>
        <Failure message={reason(change.error, change.variables?.code === undefined)} round={round} />
        <PasswordField
          data-autofocus
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        {way === "passkey" ? (
          <p>Your passkey is asked for when you press the button: your fingerprint, face or screen lock.</p>
        ) : (
          <OneTimeCode
            lengths={lengthsOf(twoFactor.authenticators)}
            onChange={setCode}
            busy={change.isPending}
            round={round}
          />
        )}
        {other && (
          <div>
            <TextButton onClick={() => choose(other)}>{otherWayWords[other]}</TextButton>
          </div>
        )}
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
function reason(error: unknown, byPasskey: boolean): string | undefined {
  if (!isRefusal(error, "code_rejected")) return describe(error);
  const factor = byPasskey ? "passkey" : "code";
  return `The password or the ${factor} is not right.${triesLeft(error.problem.attemptsRemaining)}`;
}
