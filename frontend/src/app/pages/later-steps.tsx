/** What follows the first step of a sign-in, whatever that was. */

import { type Dispatch, lazy, Suspense, useCallback } from "react";
import { endedInWords } from "@/features/challenge/ended";
import type { Demand, Ending } from "@/features/challenge/flow";
import { Heading } from "@/features/challenge/heading";
import { Blocked } from "@/features/login/blocked";
import type { LoginEvent, LoginState } from "@/features/login/flow";
import { withWords, words } from "@/lib/words";
import { Loading } from "@/ui/states";

const say = words("challenge");

export const fetchChallengeForm = () =>
  withWords(import("@/features/challenge/challenge-form"), "challenge", "help");
/** What is drawn around the first page behind the sign-in. */
export const fetchFrame = async () => (await import("./signed-in")).shell();
const ChallengeForm = lazy(async () => ({ default: (await fetchChallengeForm()).ChallengeForm }));
const SetUpAtSignIn = lazy(async () => (await import("./signed-out")).setUpAtSignIn());

interface Props {
  state: LoginState;
  dispatch: Dispatch<LoginEvent>;
}

export function LaterSteps({ state, dispatch }: Props) {
  const complete = useCallback(() => dispatch({ type: "completed" }), [dispatch]);
  const enroll = useCallback((demand: Demand) => dispatch({ type: "enrolling", ...demand }), [dispatch]);
  const restart = useCallback(
    (ending: Ending) => dispatch({ type: "restarted", message: endedInWords(ending) }),
    [dispatch],
  );
  const expire = useCallback(() => restart("expired"), [restart]);
  const leave = { label: say("back"), onClick: () => dispatch({ type: "restarted" }) };
  return (
    <>
      {state.step === "blocked" && <Blocked reason={state.reason} onBack={leave.onClick} />}
      {state.step === "challenge" && (
        <Suspense fallback={<Loading />}>
          <Heading email={state.email} />
          <ChallengeForm
            challenge={state.challenge}
            onVerified={complete}
            onEnroll={enroll}
            onEnded={restart}
            leave={leave}
          />
        </Suspense>
      )}
      {state.step === "enrollment" && (
        <Suspense fallback={<Loading />}>
          <SetUpAtSignIn
            after={state.after}
            deadline={state.deadline}
            offers={state.offers}
            onDone={complete}
            onSignedOut={expire}
            leave={leave}
          />
        </Suspense>
      )}
      {state.step === "done" && <Loading label={say("signing-in")} />}
    </>
  );
}
