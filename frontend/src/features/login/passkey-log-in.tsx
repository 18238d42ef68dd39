/** Signing in by a passkey alone: at a press, or among what the browser fills in. */

import { type Dispatch, useEffect } from "react";
import { rememberMethod } from "@/lib/remembered-method";
import { askForPasskey, prepare } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { askWhoItIs, logInByPasskey } from "./api";
import type { LoginEvent, Way } from "./flow";
import { keepOffering } from "./offering";
import { passkeyRefusal } from "./words";

const say = words("login");

interface Props {
  /** What stands in the form's field by now. */
  email: string;
  busy: Way | undefined;
  dispatch: Dispatch<LoginEvent>;
}

export function PasskeyLogIn({ email, busy, dispatch }: Props) {
  async function attempt(logIn: () => Promise<void>): Promise<void> {
    dispatch({ type: "submitted", way: "passkey" });
    try {
      await logIn();
      rememberMethod("passkey");
      dispatch({ type: "completed" });
    } catch (error) {
      dispatch({ type: "refused", message: passkeyRefusal(error) });
    }
  }

  useEffect(prepare, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an attempt does is the same at every time.
  useEffect(() => {
    // Whatever else is under way takes its place.
    if (busy) return;
    return keepOffering((question, assertion) => void attempt(() => logInByPasskey(question, assertion)));
  }, [busy]);

  const press = () =>
    attempt(async () => {
      // A key that keeps nothing is found by its owner's address; half an address finds nobody.
      const question = await askWhoItIs(email.includes("@") ? email.trim() : undefined);
      await logInByPasskey(question, await askForPasskey(question.publicKey));
    });

  return (
    <ActionButton
      variant="default"
      loading={busy === "passkey"}
      disabled={busy === "password"}
      onClick={() => void press()}
      fullWidth
    >
      {say("with-passkey")}
    </ActionButton>
  );
}
