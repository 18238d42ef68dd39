/** Following an invitation: name and password, then whatever the organization asks for, and in. */

import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useReducer } from "react";
import { ActivationForm } from "@/features/activation/activation-form";
import { activate, readInvitation } from "@/features/activation/api";
import { activation, start } from "@/features/activation/flow";
import { HOME } from "@/lib/return-path";
import { words } from "@/lib/words";
import { AuthCard } from "@/ui/auth-card";
import { DeadLink, MailedLink } from "@/ui/mailed-link";
import { PageTitle } from "@/ui/page-title";
import { Failed, Loading } from "@/ui/states";
import { setUpAtSignIn } from "./signed-out";

const say = words("activation");

const SetUpAtSignIn = lazy(setUpAtSignIn);

export function Activate() {
  return <MailedLink>{(token) => <Activation token={token} />}</MailedLink>;
}

function Activation({ token }: { token: string }) {
  const navigate = useNavigate();
  const [state, dispatch] = useReducer(activation, start);

  const open = useCallback(() => {
    dispatch({ type: "opening" });
    readInvitation(token).then(
      (invitation) => dispatch({ type: "opened", invitation }),
      (why) => dispatch({ type: "refused", why }),
    );
  }, [token]);
  useEffect(open, [open]);
  useEffect(() => {
    if (state.step === "done") void navigate({ to: HOME, replace: true });
    if (state.step === "signIn")
      void navigate({
        to: "/sign-in",
        state: { done: say("active") },
        replace: true,
      });
  }, [state.step, navigate]);
  const complete = useCallback(() => dispatch({ type: "completed" }), []);
  const lapse = useCallback(() => dispatch({ type: "lapsed" }), []);

  async function submit(filledIn: { displayName: string; password: string }): Promise<void> {
    dispatch({ type: "submitted" });
    try {
      dispatch({ type: "answered", answer: await activate({ token, ...filledIn }) });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (state.step === "dead") {
    return <DeadLink>{say.rich("dead", { link: <Link to="/sign-in" /> })}</DeadLink>;
  }
  return (
    <AuthCard wide={state.step === "enrollment"}>
      {state.step === "opening" && <Loading label={say("opening")} rows={5} />}
      {state.step === "unknown" && (
        <>
          <PageTitle>{say("unknown")}</PageTitle>
          <Failed error={state.why} onRetry={open} />
        </>
      )}
      {state.step === "form" && (
        <ActivationForm state={state} onSubmit={(filledIn) => void submit(filledIn)} />
      )}
      {state.step === "blocked" && <BlockedInvitation onRetry={open} />}
      {state.step === "enrollment" && (
        <Suspense fallback={<Loading />}>
          <SetUpAtSignIn
            after="password"
            deadline={state.deadline}
            offers={state.offers}
            onDone={complete}
            onSignedOut={lapse}
            leave={{ label: say("later"), onClick: lapse }}
          />
        </Suspense>
      )}
      {(state.step === "done" || state.step === "signIn") && <Loading label={say("signing-in")} />}
    </AuthCard>
  );
}

function BlockedInvitation({ onRetry }: { onRetry: () => void }) {
  return (
    <>
      <PageTitle>{say("blocked")}</PageTitle>
      <p>{say("blocked.why")}</p>
      <p>{say("blocked.help")}</p>
      <Button variant="default" onClick={onRetry} fullWidth>
        {say("blocked.retry")}
      </Button>
    </>
  );
}
