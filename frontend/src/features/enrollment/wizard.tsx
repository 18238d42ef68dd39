/** The guided set-up: make a passkey, or get an app and connect it; then keep the recovery codes. */

import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";
import { Help } from "@/ui/help";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { RecoverySheet } from "@/ui/recovery-sheet";
import { AppStep } from "./app-step";
import { ChoiceStep } from "./choice-step";
import { ConnectStep } from "./connect-step";
import { progress } from "./flow";
import { PasskeyStep } from "./passkey-step";
import { questions } from "./questions";
import { useEnrollment } from "./use-enrollment";
import type { Leave } from "./way-out";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  /** What may be set up: at least one, and where there are several, one of them. */
  offers: readonly Factor[];
  /** A first factor brings recovery codes along. */
  first: boolean;
  /** The authenticator whose place the new one takes. */
  replaces?: string | undefined;
  /** Why it is asked for, where somebody did not come by themselves. */
  reason?: string;
  onDone: (codesUnseen: boolean) => void;
  onSignedOut: () => unknown;
  /** The way out, from the first step. */
  leave: Leave;
}

export function EnrollmentWizard({ offers, first, replaces, reason, onDone, onSignedOut, leave }: Props) {
  const outcomes = { onDone, onSignedOut };
  const { state, begunAsFirst, dispatch, begin, enroll, confirm } = useEnrollment(offers, first, outcomes);
  const { current, total } = progress(state, begunAsFirst);
  const onBack = state.offers.length > 1 ? () => dispatch({ type: "wentBack" }) : undefined;

  return (
    <>
      <div className={classes.head}>
        {total !== 1 && (
          <p className={classes.count}>
            {total ? say("count.of", { current, total }) : say("count", { current })}
          </p>
        )}
        <PageTitle key={state.step}>{say(`step.${state.step}`)}</PageTitle>
      </div>
      {reason && current === 1 && <p className={classes.text}>{reason}</p>}
      {state.step !== "connect" && <Failure message={state.failure} round={state.round} />}
      {state.step === "choice" && (
        <ChoiceStep
          offers={state.offers}
          onChoose={(factor) => dispatch({ type: "chosen", factor })}
          leave={leave}
        />
      )}
      {state.step === "passkey" && (
        <PasskeyStep busy={state.busy} onSubmit={enroll} onBack={onBack} leave={leave} />
      )}
      {state.step === "app" && (
        <AppStep
          named={!replaces}
          busy={state.busy}
          onContinue={(name) => begin(replaces ? { kind: "replace", id: replaces } : { kind: "add", name })}
          onBack={onBack}
          leave={leave}
        />
      )}
      {state.step === "connect" && (
        <ConnectStep
          enrollment={state.enrollment}
          round={state.round}
          failure={state.failure}
          wrong={!!state.wrong}
          busy={state.busy}
          onSubmit={(code) => void confirm(state.enrollment, code)}
          onBack={() => dispatch({ type: "wentBack" })}
        />
      )}
      {state.step === "codes" && (
        <RecoverySheet {...state.sheet} onSaved={() => dispatch({ type: "codesSaved" })} />
      )}
      {state.step !== "codes" && state.step !== "done" && (
        <Help key={state.step} topics={questions[state.step]} />
      )}
    </>
  );
}
