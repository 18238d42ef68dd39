/** Signing in: password, then whatever the organization asks for. One address, for no step can be linked to. */
import { useLoaderData, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useReducer } from "react";
import { session } from "@/api/client";
import { SIGNED_OUT } from "@/api/messages";
import { ENDED } from "@/features/challenge/ended";
import type { Demand, Ending } from "@/features/challenge/flow";
import { Blocked } from "@/features/login/blocked";
import { begin, login } from "@/features/login/flow";
import { PasswordForm } from "@/features/login/password-form";
import { returnPath } from "@/lib/return-path";
import { AuthCard } from "@/ui/auth-card";
import { PageTitle } from "@/ui/page-title";
import { Loading } from "@/ui/states";

const fetchChallengeForm = () => import("@/features/challenge/challenge-form");
const ChallengeForm = lazy(async () => ({ default: (await fetchChallengeForm()).ChallengeForm }));
const SetUpAtSignIn = lazy(async () => ({ default: (await import("./set-up")).SetUpAtSignIn }));

export function SignIn() {
  const { next } = useSearch({ from: "/sign-in" });
  const config = useLoaderData({ from: "/sign-in" });
  const { done } = useLocation().state;
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(login, undefined, () => begin(reasonToBeHere()));

  const complete = useCallback(() => dispatch({ type: "completed" }), []);
  const enroll = useCallback((demand: Demand) => dispatch({ type: "enrolling", ...demand }), []);
  const restart = useCallback(
    (ending: Ending) => dispatch({ type: "restarted", message: ENDED[ending] }),
    [],
  );
  const expire = useCallback(() => restart("expired"), [restart]);
  useEffect(() => {
    // While the password is being typed, the next step arrives.
    fetchChallengeForm().catch(() => undefined);
  }, []);
  useEffect(() => {
    if (state.step === "done") void navigate({ to: returnPath(next), replace: true });
  }, [state.step, navigate, next]);

  return (
    <AuthCard wide={state.step === "enrollment"}>
      {state.step === "password" && (
        <PasswordForm config={config} state={state} dispatch={dispatch} done={done} />
      )}
      {state.step === "blocked" && (
        <Blocked reason={state.reason} onBack={() => dispatch({ type: "restarted" })} />
      )}
      {state.step === "challenge" && (
        <Suspense fallback={<Loading />}>
          <PageTitle>Confirm that it is you</PageTitle>
          <ChallengeForm
            challenge={state.challenge}
            onVerified={complete}
            onEnroll={enroll}
            onEnded={restart}
            leave={{ label: "Start again", onClick: () => dispatch({ type: "restarted" }) }}
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
          />
        </Suspense>
      )}
      {state.step === "done" && <Loading label="Signing you in" />}
    </AuthCard>
  );
}

function reasonToBeHere(): string | undefined {
  const state = session.current();
  return state.phase === "anonymous" && state.expired ? SIGNED_OUT : undefined;
}
