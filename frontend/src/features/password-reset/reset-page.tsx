/** A new password, by a mailed link. It signs nobody in: the second factor is asked for as ever. */

import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useReducer, useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { DeadLink, MailedLink } from "@/ui/mailed-link";
import { Failure } from "@/ui/message";
import { NewPasswordField } from "@/ui/new-password-field";
import { PageTitle } from "@/ui/page-title";
import { Loading } from "@/ui/states";
import { openReset, resetPassword } from "./api";
import { opening, reset } from "./flow";

const say = words("password-reset");

/** The link does not say whose it is. */
const NOBODY: string[] = [];

export function ResetPasswordPage() {
  return <MailedLink>{(token) => <Reset token={token} />}</MailedLink>;
}

function Reset({ token }: { token: string }) {
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [state, dispatch] = useReducer(reset, opening);
  const insisted = useInsisted();
  useEffect(() => {
    // Before anybody thinks of a new password.
    openReset(token).then(
      () => dispatch({ type: "opened" }),
      (why) => dispatch({ type: "refused", why }),
    );
  }, [token]);
  useEffect(() => {
    if (state.step === "done")
      void navigate({ to: "/sign-in", state: { done: say("changed") }, replace: true });
  }, [state.step, navigate]);

  async function submit(): Promise<void> {
    if (state.step === "choosing" && state.busy) return;
    dispatch({ type: "submitted" });
    try {
      await resetPassword(token, password);
      dispatch({ type: "reset" });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (state.step === "dead") {
    return (
      <DeadLink>
        <Link to="/forgot-password">{say("choose.dead")}</Link>
      </DeadLink>
    );
  }
  if (state.step === "opening") {
    return (
      <AuthCard>
        <Loading label={say("choose.opening")} rows={4} />
      </AuthCard>
    );
  }
  const { busy = true, why = undefined } = state.step === "choosing" ? state : {};
  return (
    <AuthCard>
      <PageTitle>{say("choose")}</PageTitle>
      <p>{say("choose.about")}</p>
      <Failure message={isOnlyAbout(why, ["password"]) ? undefined : describe(why)} />
      <Form error={why} ready={password !== ""} insisted={insisted} onSubmit={() => void submit()}>
        <NewPasswordField
          label={say("choose.password")}
          name="password"
          known={NOBODY}
          value={password}
          error={insisted.missing(password === "") ?? fieldMessage(why, "password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={busy} fullWidth>
          {say("choose.action")}
        </ActionButton>
      </Form>
    </AuthCard>
  );
}
