/** Asks for the password and a code or a passkey, and says what will be gone. */
import { useEffect, useState } from "react";
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { TwoFactor } from "@/api/types";
import { lengthsOf } from "@/lib/code-input";
import { prepare, stopAsking } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { OneTimeCode } from "@/ui/one-time-code";
import { PasswordField } from "@/ui/password-field";
import { TextButton } from "@/ui/text-button";
import { disable, useChange } from "./changes";
import classes from "./security.module.css";
import { useWays } from "./ways";

const say = words("security");

interface Props {
  /** Said first, to those who asked for something else. */
  intro?: string;
  twoFactor: TwoFactor;
  onClose: () => void;
}

export function TurnOffDialog({ intro, twoFactor, onClose }: Props) {
  // The organization asks nobody for a second factor at the moment.
  const suspended = twoFactor.mode === "off";
  const deed = suspended ? "delete" : "turn-off";
  const { way, other, choose } = useWays(twoFactor);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState<string>();
  const [round, setRound] = useState<number>();
  const change = useChange(disable);
  const insisted = useInsisted();
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
    change.mutate({ password, code: way === "passkey" ? undefined : code }, { onSuccess: onClose });
  }

  return (
    <FormDialog
      title={say(`${deed}.question`)}
      intro={
        <>
          {intro && <p>{intro}</p>}
          <ul className={classes.points}>
            {!suspended && <li>{say("turn-off.opens")}</li>}
            <li>{say("gone")}</li>
            <li>{say("sessions-end")}</li>
          </ul>
        </>
      }
      action={say(`${deed}.do`)}
      wayOut={say(`${deed}.keep`)}
      grave
      refusal={reason(change.error, change.variables?.code === undefined)}
      round={round}
      ready={ready}
      insisted={insisted}
      onSubmit={turnOff}
      busy={change.isPending}
      leavable={way === "passkey"}
      onClose={onClose}
    >
      <PasswordField
        data-autofocus
        label={say("password")}
        autoComplete="current-password"
        value={password}
        error={insisted.missing(password === "")}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      {way === "passkey" ? (
        <p>{say("follows")}</p>
      ) : (
        <OneTimeCode
          lengths={lengthsOf(twoFactor.authenticators)}
          error={insisted.missing(!code, "invalid_code")}
          onChange={(code) => {
            setCode(code);
            insisted.relent();
          }}
          busy={change.isPending}
          round={round}
        />
      )}
      {other && (
        <div>
          <TextButton onClick={() => choose(other)}>{say(`instead.${other}`)}</TextButton>
        </div>
      )}
    </FormDialog>
  );
}

/** The service does not tell which of the two was wrong. */
function reason(error: unknown, byPasskey: boolean): Told | undefined {
  if (!isRefusal(error, "code_rejected")) return describe(error);
  const wrong = byPasskey ? "wrong-passkey" : "wrong-code";
  const tries = error.problem.attemptsRemaining;
  return tries === undefined ? say(wrong) : say(`${wrong}.tries`, { tries });
}
