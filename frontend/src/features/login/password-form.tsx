/** Email and password. */
import { Button } from "@mantine/core";
import { type Dispatch, useRef, useState } from "react";
import { describe } from "@/api/messages";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { PasswordField } from "@/ui/password-field";
import { TextField } from "@/ui/text-field";
import { logIn } from "./api";
import type { LoginEvent, LoginState } from "./flow";

interface Props {
  state: Extract<LoginState, { step: "password" }>;
  dispatch: Dispatch<LoginEvent>;
}

export function PasswordForm({ state, dispatch }: Props) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [missing, setMissing] = useState(false);
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);

  async function submit(): Promise<void> {
    if (state.busy) return;
    const empty = email.trim() === "" ? emailField : password === "" ? passwordField : undefined;
    setMissing(empty !== undefined);
    if (empty) return empty.current?.focus();
    dispatch({ type: "submitted" });
    try {
      dispatch({ type: "answered", answer: await logIn(email, password) });
    } catch (error) {
      dispatch({ type: "refused", message: describe(error) });
      passwordField.current?.select();
    }
  }

  return (
    <>
      <PageTitle focused={false}>Sign in</PageTitle>
      <Failure message={state.failure} />
      <Form onSubmit={submit}>
        <TextField
          ref={emailField}
          label="Email"
          name="email"
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing && email.trim() === "" && "Please enter your email address."}
        />
        <PasswordField
          ref={passwordField}
          label="Password"
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing && password === "" && "Please enter your password."}
        />
        <Button type="submit" loading={state.busy} fullWidth>
          Sign in
        </Button>
      </Form>
    </>
  );
}
