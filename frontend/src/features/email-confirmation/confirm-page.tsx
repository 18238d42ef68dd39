/** Confirms an email address by a mailed link. */
import { Link } from "@tanstack/react-router";
import { useReducer } from "react";
import { describe } from "@/api/messages";
import { useLinkToken } from "@/lib/use-link-token";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { DeadLink } from "@/ui/dead-link";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { confirmEmail } from "./api";
import { confirmation, start } from "./flow";

export function ConfirmEmailPage() {
  const token = useLinkToken();
  // Another link, opened in the same tab, begins anew.
  return <Confirmation key={token} token={token} />;
}

function Confirmation({ token }: { token: string | undefined }) {
  const [state, dispatch] = useReducer(confirmation, start);

  async function submit(token: string): Promise<void> {
    if (state.step === "asking" && state.busy) return;
    dispatch({ type: "submitted" });
    try {
      await confirmEmail(token);
      dispatch({ type: "confirmed" });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (token === undefined || state.step === "dead") {
    return (
      <AuthCard>
        <DeadLink incomplete={token === undefined}>
          <p>
            You get a new one under <Link to="/account">My account</Link>.
          </p>
        </DeadLink>
      </AuthCard>
    );
  }
  if (state.step !== "asking") return <Outcome taken={state.step === "taken"} />;
  return (
    <AuthCard>
      <PageTitle>Confirm your email address</PageTitle>
      <p>It then counts as yours: you sign in with it, and mail about your account goes there.</p>
      <Failure message={describe(state.why)} />
      <Form onSubmit={() => void submit(token)}>
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
