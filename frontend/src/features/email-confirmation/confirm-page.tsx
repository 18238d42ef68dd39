/** Confirms an email address by a mailed link. */
import { Link } from "@tanstack/react-router";
import { useReducer } from "react";
import { describe } from "@/api/messages";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { Form } from "@/ui/form";
import { DeadLink, MailedLink } from "@/ui/mailed-link";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { confirmEmail } from "./api";
import { confirmation, start } from "./flow";

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
    return (
      <DeadLink>
        You get a new one under <Link to="/account">My account</Link>.
      </DeadLink>
    );
  }
  if (state.step !== "asking") return <Outcome taken={state.step === "taken"} />;
  return (
    <AuthCard>
      <PageTitle>Confirm your email address</PageTitle>
      <p>It then counts as yours: you sign in with it, and mail about your account goes there.</p>
      <Failure message={describe(state.why)} />
      <Form onSubmit={() => void submit()}>
        <ActionButton type="submit" loading={state.busy} fullWidth>
          Confirm this address
        </ActionButton>
      </Form>
    </AuthCard>
  );
}

function Outcome({ taken }: { taken: boolean }) {
  return (
    <AuthCard>
      <PageTitle>{taken ? "Somebody else has this address" : "Your email address is confirmed"}</PageTitle>
      <p>
        {taken
          ? "Another account got it in the meantime, so yours keeps the one that it has. You can choose another one under "
          : "It is the one that you sign in with. You find it under "}
        <Link to="/account">My account</Link>.
      </p>
    </AuthCard>
  );
}
