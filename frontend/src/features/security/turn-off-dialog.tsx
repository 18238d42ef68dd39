/** Asks for the password and a code or a passkey, and says what will be gone. */
import { useState } from "react";
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { TwoFactor } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { PasswordField } from "@/ui/password-field";
import { disable, useChange } from "./changes";
import { OtherWay, ProofEntry, useProof } from "./proof";
import classes from "./security.module.css";

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
  const [password, setPassword] = useState("");
  const change = useChange(disable);
  const proof = useProof(twoFactor, change.error);
  const { code, insisted } = proof;
  // At first, the focus is for the password.
  const round = proof.round || undefined;

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
      ready={password !== "" && proof.ready}
      insisted={insisted}
      onSubmit={() => change.mutate({ password, code }, { onSuccess: onClose })}
      busy={change.isPending}
      leavable={proof.way === "passkey"}
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
      <ProofEntry proof={proof} passkey={say("follows")} round={round} busy={change.isPending} />
      <OtherWay proof={proof} />
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
