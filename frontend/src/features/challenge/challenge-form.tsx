/** The second step: a code from the app, from the sheet of recovery codes, or from an administrator. */
import type { ComponentType } from "react";
import type { Challenge, Method } from "@/api/types";
import { inWords, onAClock } from "@/lib/duration";
import { Failure, Message } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import classes from "./challenge.module.css";
import { otherMethods } from "./flow";
import { RecoveryCodeEntry } from "./recovery-code-entry";
import { TemporaryPassEntry } from "./temporary-pass-entry";
import { type EntryProps, TotpEntry } from "./totp-entry";
import { useChallenge } from "./use-challenge";
import { links, promptOf } from "./words";

const entries: Record<Method, ComponentType<EntryProps>> = {
  totp: TotpEntry,
  recoveryCode: RecoveryCodeEntry,
  temporaryPass: TemporaryPassEntry,
};

interface Props {
  challenge: Challenge;
  onVerified: () => void;
  onEnroll?: () => void;
  onExpired: () => void;
  /** The way out: another sign-in, or no step-up. */
  leave: { label: string; onClick: () => void };
}

export function ChallengeForm({ challenge, onVerified, onEnroll, onExpired, leave }: Props) {
  const { state, dispatch, submit, secondsLeft, secondsBlocked } = useChallenge(challenge, {
    onVerified,
    onEnroll,
    onExpired,
  });
  const Entry = entries[state.method];
  return (
    <>
      <p className={classes.prompt}>{promptOf(state)}</p>
      <Failure message={state.failure} round={state.round} />
      {secondsBlocked !== undefined && <Blocked seconds={secondsBlocked} />}
      <Entry
        key={state.method}
        round={state.round}
        busy={state.busy}
        invalid={!!state.failure}
        onSubmit={submit}
      />
      <ul className={classes.ways}>
        {otherMethods(state).map((method) => (
          <li key={method}>
            <TextButton onClick={() => dispatch({ type: "methodChosen", method })}>
              {links[method]}
            </TextButton>
          </li>
        ))}
        <li>
          <TextButton onClick={leave.onClick}>{leave.label}</TextButton>
        </li>
      </ul>
      <p className={classes.time} role="timer">
        {onAClock(secondsLeft)} left to enter it
      </p>
    </>
  );
}

function Blocked({ seconds }: { seconds: number }) {
  const wait = seconds >= 600 ? inWords(seconds) : onAClock(seconds);
  return (
    <Message tone="warn">
      <span role="alert">Too many tries.</span> You can try again in <span role="timer">{wait}</span>.
    </Message>
  );
}
