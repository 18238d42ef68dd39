/** Who invites, and what is still to be said: a name and a password. */

import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { NewPasswordField } from "@/ui/new-password-field";
import { PageTitle } from "@/ui/page-title";
import { TextField } from "@/ui/text-field";
import { Deadline } from "@/ui/when";
import type { ActivationState } from "./flow";

const say = words("activation");

interface Props {
  state: Extract<ActivationState, { step: "form" }>;
  onSubmit: (filledIn: { displayName: string; password: string }) => void;
}

export function ActivationForm({ state: { invitation, busy, why }, onSubmit }: Props) {
  const { organization, email, passwordMinLength, expiresAt } = invitation;
  const [displayName, setDisplayName] = useState(invitation.displayName);
  const [password, setPassword] = useState("");
  const insisted = useInsisted();
  const name = displayName.trim();
  return (
    <>
      <PageTitle>{say("welcome", { organization })}</PageTitle>
      <p>
        {say.rich("welcome.about", { email, address: <strong />, deadline: <Deadline at={expiresAt} /> })}
      </p>
      <Failure message={isOnlyAbout(why, ["displayName", "password"]) ? undefined : describe(why)} />
      <Form
        error={why}
        ready={name !== "" && password !== ""}
        insisted={insisted}
        onSubmit={() => !busy && onSubmit({ displayName: name, password })}
      >
        <TextField
          label={say("name")}
          description={say("name.description")}
          name="name"
          autoComplete="name"
          maxLength={100}
          value={displayName}
          error={insisted.missing(name === "") ?? fieldMessage(why, "displayName")}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        {/* Tells password managers whose password this is. */}
        <input type="email" name="email" autoComplete="username" value={email} readOnly hidden />
        <NewPasswordField
          label={say("password")}
          name="password"
          minLength={passwordMinLength}
          known={[email, displayName, organization]}
          value={password}
          error={insisted.missing(password === "") ?? fieldMessage(why, "password")}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <ActionButton type="submit" loading={busy} fullWidth>
          {say("activate")}
        </ActionButton>
      </Form>
    </>
  );
}
