/** Email, password, and in single form the code as well. */

import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type Dispatch, lazy, type ReactNode, Suspense, useRef, useState } from "react";
import { describe, inWords } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import { passkeysAreSupported } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { shownBranding } from "@/ui/branding";
import { EmailField } from "@/ui/email-field";
import { Form } from "@/ui/form";
import { Done, Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { PasswordField } from "@/ui/password-field";
import { TextField } from "@/ui/text-field";
import { type Config, logIn } from "./api";
import { fieldAfterRefusal, type LoginEvent, type LoginState } from "./flow";

const say = words("login");

const PasskeyLogIn = lazy(async () => ({ default: (await import("./passkey-log-in")).PasskeyLogIn }));

interface Props {
  config: Config;
  state: Extract<LoginState, { step: "password" }>;
  dispatch: Dispatch<LoginEvent>;
  /** What was done before somebody came here. */
  done?: string | undefined;
  /** Whose password is asked for, where that is known, and why. */
  known?: { email: string; title: string; reason: string };
  /** Other ways in. */
  children?: ReactNode;
}

export function PasswordForm({ config, state, dispatch, done, known, children }: Props) {
  const [email, setEmail] = useState(known?.email ?? state.email ?? "");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [missing, setMissing] = useState(false);
  const [malformed, setMalformed] = useState<string>();
  const emailField = useRef<HTMLInputElement>(null);
  const passwordField = useRef<HTMLInputElement>(null);
  const codeField = useRef<HTMLInputElement>(null);
  const byPasskey = config.passkeyLogin && passkeysAreSupported();

  async function submit(): Promise<void> {
    if (state.busy) return;
    const empty = email.trim() === "" ? emailField : password === "" ? passwordField : undefined;
    setMissing(empty !== undefined);
    if (empty) return empty.current?.focus();
    const withCode = code.trim() !== "";
    dispatch({ type: "submitted", way: "password", email: email.trim() });
    try {
      dispatch({ type: "answered", answer: await logIn(email, password, code), withCode });
    } catch (error) {
      const blocked = isRefusal(error, "blocked_by_policy") || isRefusal(error, "account_frozen");
      if (blocked) dispatch({ type: "blocked", reason: inWords(error) });
      else refuse(error, withCode);
    }
  }

  function refuse(error: unknown, withCode: boolean): void {
    // A code counts once, so the next try takes another; what is only mistyped stays to be put right.
    const ill = isOnlyAbout(error, ["code"]);
    setMalformed(ill ? fieldMessage(error, "code") : undefined);
    if (isRefusal(error) && !ill) setCode("");
    dispatch({ type: "refused", message: ill ? undefined : describe(error) });
    const field = { code: codeField, password: passwordField }[fieldAfterRefusal(withCode)];
    field.current?.focus();
    field.current?.select();
  }

  return (
    <>
      <PageTitle focused={known !== undefined}>
        {known?.title ?? shownBranding?.title ?? say("title")}
      </PageTitle>
      {known && <p>{known.reason}</p>}
      <Done>{done}</Done>
      <Failure message={state.failure} />
      <Form onSubmit={submit}>
        <EmailField
          ref={emailField}
          label={say("email")}
          name="email"
          autoComplete={byPasskey ? "username webauthn" : "username"}
          autoFocus={!known && !state.email}
          readOnly={known !== undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={missing && email.trim() === "" && say("email.missing")}
        />
        <PasswordField
          ref={passwordField}
          label={say("password")}
          name="password"
          autoComplete="current-password"
          autoFocus={!known && !!state.email}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={missing && password === "" && say("password.missing")}
        />
        {config.loginStyle === "singleForm" && (
          <TextField
            ref={codeField}
            label={say("code")}
            description={say("code.description")}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            value={code}
            onChange={(event) => {
              setCode(event.currentTarget.value);
              setMalformed(undefined);
            }}
            error={malformed}
          />
        )}
        <Button type="submit" loading={state.busy === "password"} fullWidth>
          {say("action")}
        </Button>
      </Form>
      {byPasskey && (
        <Suspense fallback={<PasskeyPlace />}>
          <PasskeyLogIn email={email} busy={state.busy} dispatch={dispatch} />
        </Suspense>
      )}
      {children}
      <p>
        <Link to="/forgot-password" state={{ email: email.trim() }}>
          {say("forgotten")}
        </Link>
      </p>
    </>
  );
}

/** Until the button is there, so that nothing moves when it comes. */
function PasskeyPlace() {
  return (
    <Button variant="default" fullWidth disabled>
      {say("with-passkey")}
    </Button>
  );
}
