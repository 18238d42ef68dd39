/** Signing in: password, then whatever the organization asks for. One address, for no step can be linked to. */
import { useLoaderData, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useReducer } from "react";
import { session } from "@/api/client";
import { SIGNED_OUT } from "@/api/messages";
import { begin, login } from "@/features/login/flow";
import { PasswordForm } from "@/features/login/password-form";
import { Providers } from "@/features/login/providers";
import { returnPath } from "@/lib/return-path";
import { AuthCard } from "@/ui/auth-card";
import { fetchChallengeForm, LaterSteps } from "./later-steps";

export function SignIn() {
  const { next } = useSearch({ from: "/sign-in" });
  const config = useLoaderData({ from: "/sign-in" });
  const { done } = useLocation().state;
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(login, undefined, () => begin(reasonToBeHere()));

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
        <PasswordForm config={config} state={state} dispatch={dispatch} done={done}>
          <Providers providers={config.sso} next={next} />
        </PasswordForm>
      )}
      <LaterSteps state={state} dispatch={dispatch} />
    </AuthCard>
  );
}

function reasonToBeHere(): string | undefined {
  const state = session.current();
  return state.phase === "anonymous" && state.expired ? SIGNED_OUT : undefined;
}
