/** For somebody who has forgotten the password: a mail with a link to a new one. */

import { Link, useLocation } from "@tanstack/react-router";
import { useReducer, useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { EmailField } from "@/ui/email-field";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { TextButton } from "@/ui/text-button";
import { requestReset } from "./api";
import { asking, request } from "./flow";

const say = words("password-reset");

export function ForgotPasswordPage() {
  const typedBefore = useLocation().state.email ?? "";
  const [email, setEmail] = useState(typedBefore);
  const [state, dispatch] = useReducer(request, asking);
  const address = email.trim();
  const insisted = useInsisted();

  async function submit(): Promise<void> {
    if (state.step === "asking" && state.busy) return;
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
    <AuthCard choice>
      <PageTitle>{say("forgotten")}</PageTitle>
      <p>{say("forgotten.about")}</p>
      <Failure message={wrong ? undefined : describe(state.why)} />
      <Form error={state.why} ready={address !== ""} insisted={insisted} onSubmit={() => void submit()}>
        <EmailField
          label={say("forgotten.email")}
          name="email"
          autoComplete="username"
          value={email}
          error={insisted.missing(address === "") ?? wrong}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={state.busy} fullWidth>
          {say("forgotten.action")}
        </ActionButton>
      </Form>
      <p>
        <Link to="/sign-in">{say("back")}</Link>
      </p>
    </AuthCard>
  );
}

function Sent({ email, onBack }: { email: string; onBack: () => void }) {
  return (
    <AuthCard>
      <PageTitle>{say("sent")}</PageTitle>
      <p>{say.rich("sent.about", { email, address: <strong /> })}</p>
      <p>{say("sent.nothing")}</p>
      <TextButton onClick={onBack}>{say("sent.again")}</TextButton>
      <p>
        <Link to="/sign-in">{say("back")}</Link>
      </p>
    </AuthCard>
  );
}
