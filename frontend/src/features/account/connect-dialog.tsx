/** Asks for the password before somebody goes to a provider to connect their account there. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { SignInProvider } from "@/api/types";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { PasswordField } from "@/ui/password-field";
import { startConnection } from "./sso";

const say = words("account");

interface Props {
  provider: SignInProvider;
  /** Whoever signs in at providers alone has none. */
  hasPassword: boolean;
  onClose: () => void;
}

export function ConnectDialog({ provider: { id, name: provider }, hasPassword, onClose }: Props) {
  const [password, setPassword] = useState("");
  const start = useMutation({
    mutationFn: startConnection,
    onSuccess: (location) => window.location.assign(location),
  });
  const wrong = isRefusal(start.error, "login_failed") ? say("password.wrong") : undefined;
  const insisted = useInsisted();
  const busy = start.isPending || start.isSuccess;

  function submit(): void {
    if (!busy) start.mutate({ providerId: id, ...(hasPassword && { password }) });
  }

  return (
    <FormDialog
      title={say("connect.title", { provider })}
      intro={<p>{say("connect.about", { provider })}</p>}
      action={say("connect.go", { provider })}
      refusal={wrong ? undefined : describe(start.error)}
      error={start.error}
      ready={!hasPassword || password !== ""}
      insisted={insisted}
      onSubmit={submit}
      busy={busy}
      onClose={() => onClose()}
    >
      {hasPassword && (
        <PasswordField
          data-autofocus
          label={say("password.current")}
          autoComplete="current-password"
          value={password}
          error={insisted.missing(password === "") ?? wrong}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
