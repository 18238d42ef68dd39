/** Signing in: password, then whatever the organization asks for. One address, for no step can be linked to. */

import { useLoaderData, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useReducer } from "react";
import { session } from "@/api/client";
import { begin, type LoginState, login } from "@/features/login/flow";
import { PasswordForm } from "@/features/login/password-form";
import { Providers } from "@/features/login/providers";
import { returnPath } from "@/lib/return-path";
import { withWords, words } from "@/lib/words";
import { AuthCard } from "@/ui/auth-card";
import { Loading } from "@/ui/states";

const say = words("login");
const problem = words("problems");

const fetchLaterSteps = () => withWords(import("./later-steps"), "challenge");
const LaterSteps = lazy(async () => ({ default: (await fetchLaterSteps()).LaterSteps }));

export function SignIn() {
  const { next } = useSearch({ from: "/sign-in" });
  const config = useLoaderData({ from: "/sign-in" });
  const { done, unsaved } = useLocation().state;
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(login, undefined, () => comeHere(unsaved));

  useEffect(() => {
    // While the password is being typed, the next steps arrive.
    fetchLaterSteps()
      .then((later) => later.fetchChallengeForm().then(later.fetchFrame))
      .catch(() => undefined);
  }, []);
  useEffect(() => {
    if (state.step === "done") void navigate({ to: returnPath(next), replace: true });
  }, [state.step, navigate, next]);

  return (
    <AuthCard wide={state.step === "enrollment"} choice={state.step === "password"}>
      {state.step === "password" && (
        <PasswordForm config={config} state={state} dispatch={dispatch} done={done}>
          <Providers providers={config.sso} next={next} />
        </PasswordForm>
      )}
      {state.step !== "password" && (
        <Suspense fallback={<Loading />}>
          <LaterSteps state={state} dispatch={dispatch} />
        </Suspense>
      )}
    </AuthCard>
  );
}

/** Whoever was signed in a moment ago is told why they are not. */
function comeHere(unsaved: boolean | undefined): LoginState {
  const state = session.current();
  if (state.phase !== "anonymous" || !state.over) return begin();
  const why = state.over.because === "replaced" ? say("replaced") : problem("session_expired");
  return begin(unsaved ? `${why} ${say("unsaved")}` : why, state.over.email);
}
