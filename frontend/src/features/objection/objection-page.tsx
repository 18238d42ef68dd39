/** Says of what a mail has told that it was not its reader. */

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
import { object } from "./api";
import { objection, start } from "./flow";
import classes from "./objection.module.css";

const say = words("objection");

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
      <PageTitle>{say("ask")}</PageTitle>
      <p>{say("ask.about")}</p>
      <p>{say("ask.otherwise")}</p>
      <ul className={classes.points}>
        <li>{say("ask.change")}</li>
        <li>{say("ask.sign-out")}</li>
        <li>{say("ask.told")}</li>
      </ul>
      <p>{say("ask.stays")}</p>
      <Failure message={describe(state.why)} />
      <Form onSubmit={() => void submit()}>
        <ActionButton type="submit" color="red.9" loading={state.busy} fullWidth>
          {say("ask.action")}
        </ActionButton>
      </Form>
    </AuthCard>
  );
}

function Frozen() {
  return (
    <AuthCard>
      <PageTitle>{say("frozen")}</PageTitle>
      <p>{say("frozen.about")}</p>
      <p>{say("frozen.address")}</p>
      <h2 className={classes.next}>{say("frozen.next")}</h2>
      <ol className={classes.points}>
        <li>{say("frozen.call")}</li>
        <li>{say("frozen.mailbox")}</li>
        <li>{say("frozen.elsewhere")}</li>
      </ol>
      <p>{say.rich("frozen.sign-in", { link: <Link to="/sign-in" /> })}</p>
    </AuthCard>
  );
}

function Dead() {
  return <DeadLink>{say("dead")}</DeadLink>;
}
