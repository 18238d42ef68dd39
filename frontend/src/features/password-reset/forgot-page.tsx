/** For somebody who has forgotten the password: a mail with a link to a new one. */
import { Link, useLocation } from "@tanstack/react-router";
import { useReducer, useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage } from "@/api/problem";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { EmailField } from "@/ui/email-field";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { TextButton } from "@/ui/text-button";
import { requestReset } from "./api";
import { asking, request } from "./flow";

export function ForgotPasswordPage() {
  const typedBefore = useLocation().state.email ?? "";
  const [email, setEmail] = useState(typedBefore);
  const [state, dispatch] = useReducer(request, asking);
  const address = email.trim();

  async function submit(): Promise<void> {
    if (address === "" || (state.step === "asking" && state.busy)) return;
    dispatch({ type: "submitted" });
    try {
      await requestReset(address);
      dispatch({ type: "sent", email: address });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (state.step === "sent")
    return <Sent email={state.email} onBack={() => dispatch({ type: "wentBack" })} />;
  const wrong = fieldMessage(state.why, "email");
  return (
    <AuthCard>
      <PageTitle>Forgot your password?</PageTitle>
      <p>We mail you a link by which you choose a new one. Your second factor stays as it is.</p>
      <Failure message={wrong ? undefined : describe(state.why)} />
      <Form error={state.why} onSubmit={() => void submit()}>
        <EmailField
          label="Email"
          name="email"
          autoComplete="username"
          value={email}
          error={wrong}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={state.busy} disabled={address === ""} fullWidth>
          Send the link
        </ActionButton>
      </Form>
      <p>
        <Link to="/sign-in">Back to sign-in</Link>
      </p>
    </AuthCard>
  );
}

function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <AuthCard>
      <PageTitle>Look into your mail</PageTitle>
      <p>
        If there is an account of <strong>{email}</strong>, a mail with a link is on its way. The link is good
        for 30 minutes.
      </p>
      <p>Nothing there after a few minutes? Look into the spam folder, or check the address.</p>
      <TextButton onClick={onBack}>Use another address, or send it again</TextButton>
      <p>
        <Link to="/sign-in">Back to sign-in</Link>
      </p>
    </AuthCard>
  );
}
