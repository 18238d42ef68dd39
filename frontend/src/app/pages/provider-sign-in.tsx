/** Coming back from a provider of single sign-on: in, through whatever the organization asks for, or why not. */

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useReducer, useRef } from "react";
import { describe, inWords } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { UNKNOWN } from "@/features/login/api";
import { begin, login } from "@/features/login/flow";
import { PasswordForm } from "@/features/login/password-form";
import { complete, connect } from "@/features/single-sign-on/api";
import { arrival, arrive, errorInWords } from "@/features/single-sign-on/flow";
import { saidIn, tokenIn } from "@/lib/link-token";
import { returnPath } from "@/lib/return-path";
import { words } from "@/lib/words";
import { AuthCard } from "@/ui/auth-card";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { Loading } from "@/ui/states";
import { LaterSteps } from "./later-steps";

const say = words("single-sign-on");

/** What stands behind the `#`, read once: the token is of no use to whoever finds it in the history. */
function taken(): { token: string | undefined; error: string | undefined } {
  const { hash } = window.location;
  return { token: tokenIn(hash), error: saidIn(hash, "error") };
}

export function ProviderSignIn() {
  const { next } = useSearch({ from: "/sign-in/sso" });
  const navigate = useNavigate();
  const said = useRef(taken());
  const [state, dispatch] = useReducer(arrival, said.current, ({ token, error }) => arrive(token, error));
  const [step, go] = useReducer(login, undefined, () => begin());
  const asked = useRef(false);

  useEffect(() => {
    const { token, error } = said.current;
    if (!token || error || asked.current) return;
    asked.current = true;
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
    complete(token).then(
      (answer) => {
        dispatch({ type: "answered", answer });
        if (answer.status !== "connectionNeeded") go({ type: "answered", answer });
      },
      (why: unknown) => {
        const blocked = isRefusal(why, "blocked_by_policy");
        if (blocked) go({ type: "blocked", reason: inWords(why) });
        else dispatch({ type: "failed", message: describe(why) ?? errorInWords(undefined) });
      },
    );
  }, []);

  useEffect(() => {
    if (step.step === "done") dispatch({ type: "signedIn" });
  }, [step.step]);

  useEffect(() => {
    if (state.step !== "connecting") return;
    connect(state.connection.connectionToken).then(
      () => dispatch({ type: "connected" }),
      (why: unknown) => dispatch({ type: "failed", message: describe(why) ?? errorInWords(undefined) }),
    );
  }, [state]);

  const done = state.step === "connected" || (state.step === "signingIn" && step.step === "done");
  useEffect(() => {
    if (done) void navigate({ to: returnPath(next), replace: true });
  }, [done, navigate, next]);

  // Whoever has to begin again goes to the provider again, unless it is their own password that is asked for.
  const stranded = state.step === "signingIn" && step.step === "password" ? step : undefined;
  const left = stranded && !stranded.failure;
  useEffect(() => {
    if (left) void navigate({ to: "/sign-in", search: next ? { next } : {}, replace: true });
  }, [left, navigate, next]);
  const message = state.step === "failed" ? state.message : stranded?.failure;
  return (
    <AuthCard wide={step.step === "enrollment"}>
      {message && (
        <>
          <PageTitle>{say("failed")}</PageTitle>
          <Failure message={message} />
          <p>
            <Link to="/sign-in" search={next ? { next } : {}}>
              {say("failed.back")}
            </Link>
          </p>
        </>
      )}
      {state.step === "proving" && step.step === "password" && (
        <PasswordForm
          config={UNKNOWN}
          state={step}
          dispatch={go}
          known={{
            email: state.connection.email,
            title: say("connect"),
            reason: say("connect.why", { provider: state.connection.provider }),
          }}
        />
      )}
      {state.step === "opening" && step.step === "password" && <Loading label={say("signing-in")} />}
      {state.step === "connecting" && <Loading label={say("connecting")} />}
      {state.step !== "failed" && state.step !== "connecting" && !stranded && (
        <LaterSteps state={step} dispatch={go} />
      )}
    </AuthCard>
  );
}
