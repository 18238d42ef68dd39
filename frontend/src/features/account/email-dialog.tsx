/** Asks for another address. Nothing changes before the link that is mailed there is followed. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { EmailField } from "@/ui/email-field";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { PasswordField } from "@/ui/password-field";
import { requestEmailChange } from "./api";

const say = words("account");

export function EmailDialog({ onClose }: { onClose: (done?: string) => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const change = useMutation({ mutationFn: requestEmailChange });
  const { error, isPending } = change;
  const wrongPassword = isRefusal(error, "login_failed") ? say("password.wrong") : undefined;
  const address = email.trim();
  const insisted = useInsisted();

  function submit(): void {
    if (isPending) return;
    const done = say("new-email.sent", { email: address });
    change.mutate({ email: address, password }, { onSuccess: () => onClose(done) });
  }

  return (
    <FormDialog
      title={say("new-email")}
      intro={<p>{say("new-email.about")}</p>}
      action={say("new-email.send")}
      refusal={wrongPassword || isOnlyAbout(error, ["email"]) ? undefined : describe(error)}
      error={error}
      ready={address !== "" && password !== ""}
      insisted={insisted}
      onSubmit={submit}
      busy={isPending}
      onClose={() => onClose()}
    >
      <EmailField
        data-autofocus
        label={say("new-email.label")}
        autoComplete="email"
        maxLength={254}
        value={email}
        error={insisted.missing(address === "") ?? fieldMessage(error, "email")}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <PasswordField
        label={say("password.current")}
        autoComplete="current-password"
        value={password}
        error={insisted.missing(password === "") ?? wrongPassword}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
