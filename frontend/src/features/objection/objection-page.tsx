/** Says of what a mail has told that it was not its reader. */
import { Link } from "@tanstack/react-router";
import { useReducer } from "react";
import { describe } from "@/api/messages";
import { ActionButton } from "@/ui/action-button";
import { AuthCard } from "@/ui/auth-card";
import { Form } from "@/ui/form";
import { DeadLink, MailedLink } from "@/ui/mailed-link";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { object } from "./api";
import { objection, start } from "./flow";
import classes from "./objection.module.css";

export function ObjectionPage() {
  return <MailedLink>{(token) => <Objection token={token} />}</MailedLink>;
}

function Objection({ token }: { token: string }) {
  const [state, dispatch] = useReducer(objection, start);

  async function submit(): Promise<void> {
    if (state.step !== "asking" || state.busy) return;
    dispatch({ type: "pressed" });
    try {
      await object(token);
      dispatch({ type: "frozen" });
    } catch (why) {
      dispatch({ type: "refused", why });
    }
  }

  if (state.step === "frozen") return <Frozen />;
  if (state.step === "dead") return <Dead />;
  return (
    <AuthCard>
      <PageTitle>Was this not you?</PageTitle>
      <p>
        A mail has told you that something was done with your account. If it was you, close this page: opening
        it has changed nothing.
      </p>
      <p>If it was not you, press the button:</p>
      <ul className={classes.points}>
        <li>nobody can change your password, your second factor or your email address;</li>
        <li>everybody is signed out of your account, you as well;</li>
        <li>your administrators are told.</li>
      </ul>
      <p>What was done already stays as it is, until an administrator puts it right together with you.</p>
      <Failure message={describe(state.why)} />
      <Form onSubmit={() => void submit()}>
        <ActionButton type="submit" color="red.9" loading={state.busy} fullWidth>
          It was not me
        </ActionButton>
      </Form>
    </AuthCard>
  );
}

function Frozen() {
  return (
    <AuthCard>
      <PageTitle>Your account is frozen</PageTitle>
      <p>Everybody is signed out, nothing can be changed any more, and your administrators are told.</p>
      <h2 className={classes.next}>What to do next</h2>
      <ol className={classes.points}>
        <li>Call your administrator, or go there. Together you look at what was done, and put it right.</li>
        <li>Change the password of your mailbox, if somebody else could have read your mail.</li>
        <li>Change your password wherever else you use the same one.</li>
      </ol>
      <p>
        You can still <Link to="/sign-in">sign in</Link> as before. Under My security you see what happened
        lately.
      </p>
    </AuthCard>
  );
}

function Dead() {
  return (
    <DeadLink>
      If you have pressed the button before, your account is frozen already. If something was done that was
      not you, call your administrator, who can suspend the account.
    </DeadLink>
  );
}
