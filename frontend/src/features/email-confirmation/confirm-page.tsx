/** Confirms an email address by a mailed link. */

import { Link } from "@tanstack/react-router";
import { useReducer } from "react";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { Form } from "@/ui/form";
import { DeadLink, MailedLink } from "@/ui/mailed-link";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { confirmEmail } from "./api";
import { confirmation, start } from "./flow";

const say = words("email-confirmation");

export function ConfirmEmailPage() {
  return <MailedLink>{(token) => <Confirmation token={token} />}</MailedLink>;
}

function Confirmation({ token }: { token: string }) {
  const [state, dispatch] = useReducer(confirmation, start);

  async function submit(): Promise<void> {
    if (state.step === "asking" && state.busy) return;
    dispatch({ type: "submitted" });
    try {
      await confirmEmail(token);
      dispatch({ type: "confirmed" });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (state.step === "dead") {
    return <DeadLink>{say.rich("dead", { link: <Link to="/account" /> })}</DeadLink>;
  }
  if (state.step !== "asking") return <Outcome step={state.step} />;
  return (
    <AuthCard>
      <PageTitle>{say("ask")}</PageTitle>
      <p>{say("ask.about")}</p>
      <Failure message={describe(state.why)} />
      <Form onSubmit={() => void submit()}>
        <ActionButton type="submit" loading={state.busy} fullWidth>
          {say("ask.action")}
        </ActionButton>
      </Form>
    </AuthCard>
  );
}

function Outcome({ step }: { step: "confirmed" | "taken" }) {
  return (
    <AuthCard>
      <PageTitle>{say(step)}</PageTitle>
      <p>{say.rich(`${step}.about`, { link: <Link to="/account" /> })}</p>
    </AuthCard>
  );
}
