/** The second step: a passkey, or a code from the app, from the sheet of recovery codes, or from an administrator. */

import { type ComponentType, useEffect, useId, useRef } from "react";
import type { Challenge, Method } from "@/api/types";
import { onAClock } from "@/lib/duration";
import { words } from "@/lib/words";
import { Help } from "@/ui/help";
import { Failure, Message } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import { Wait } from "@/ui/wait";
import classes from "./challenge.module.css";
import { EmailEntry } from "./email-entry";
import { type Demand, daysOfTrust, type Ending, isBlocked, otherMethods } from "./flow";
import { PasskeyEntry } from "./passkey-entry";
import { questions } from "./questions";
import { RecoveryCodeEntry } from "./recovery-code-entry";
import { TemporaryPassEntry } from "./temporary-pass-entry";
import { type EntryProps, TotpEntry } from "./totp-entry";
import { TrustChoice } from "./trust-choice";
import { useChallenge } from "./use-challenge";
import { type PlayedMailing, useMailing } from "./use-mailing";
import { promptOf } from "./words";

const say = words("challenge");

const entries: Record<
  Method,
  ComponentType<EntryProps & { failed: boolean; onSign: () => void; mailing: PlayedMailing }>
> = {
  totp: TotpEntry,
  passkey: PasskeyEntry,
  email: EmailEntry,
  recoveryCode: RecoveryCodeEntry,
  temporaryPass: TemporaryPassEntry,
};

interface Props {
  challenge: Challenge;
  onVerified: () => void;
  onEnroll?: (demand: Demand) => void;
  onEnded: (ending: Ending) => void;
  /** The way out: another sign-in, or no step-up. */
  leave: { label: string; onClick: () => void };
}

export function ChallengeForm({ challenge, onVerified, onEnroll, onEnded, leave }: Props) {
  const { state, dispatch, choose, submit, sign, secondsLeft, secondsBlocked } = useChallenge(challenge, {
    onVerified,
    onEnroll,
    onEnded,
  });
  const mailing = useMailing(challenge, () => dispatch({ type: "ended", ending: "expired" }));
  const others = otherMethods(state);
  const prompt = promptOf(state);
  const days = daysOfTrust(state);
  const promptId = useId();
  const failureId = useId();
  const Entry = entries[state.method];
  return (
    <>
      {!isBlocked(state) && prompt && (
        <p className={classes.prompt} id={promptId}>
          {prompt}
        </p>
      )}
      <Failure message={state.failure} round={state.round} id={failureId} />
      {isBlocked(state) ? (
        <Blocked seconds={secondsBlocked ?? 0} isOnlyWay={others.length === 0} />
      ) : (
        <>
          {days !== undefined && (
            <TrustChoice
              days={days}
              checked={state.trust}
              onChange={(trust) => dispatch({ type: "trustChosen", trust })}
            />
          )}
          <Entry
            key={state.method}
            codeLengths={challenge.codeLengths}
            round={state.round}
            busy={state.busy}
            failed={!!state.failure}
            invalid={!!state.wrong}
            describedBy={`${promptId} ${failureId}`}
            onSubmit={submit}
            onSign={() => void sign()}
            mailing={mailing}
          />
        </>
      )}
      <ul className={classes.ways}>
        {others.map((method) => (
          <li key={method}>
            <TextButton onClick={() => choose(method)}>{say(`instead.${method}`)}</TextButton>
          </li>
        ))}
        <li>
          <TextButton onClick={leave.onClick}>{leave.label}</TextButton>
        </li>
      </ul>
      {!mailing.tooLate && !isBlocked(state) && (
        <p className={classes.time} role="timer">
          {say(state.method === "passkey" ? "time-to-use" : "time-to-enter", { time: onAClock(secondsLeft) })}
        </p>
      )}
      <Help topics={questions[state.method]} />
    </>
  );
}

/** Stands where the field was, and takes its focus: the words are read once, not with every second. */
function Blocked({ seconds, isOnlyWay }: { seconds: number; isOnlyWay: boolean }) {
  const words = useRef<HTMLDivElement>(null);
  useEffect(() => words.current?.focus(), []);
  return (
    <div ref={words} tabIndex={-1} className={classes.blocked}>
      <Message tone="warn">
        {say.rich(isOnlyWay ? "throttled" : "throttled-other-way", { wait: <Wait seconds={seconds} /> })}
      </Message>
    </div>
  );
}
