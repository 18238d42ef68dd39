/** Asks for the password before somebody goes to a provider to connect their account there. */
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import type { SignInProvider } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PasswordField } from "@/ui/password-field";
import { startConnection } from "./sso";

interface Props {
  provider: SignInProvider;
  /** Whoever signs in at providers alone has none. */
  hasPassword: boolean;
  onClose: () => void;
}

export function ConnectDialog({ provider: { id, name }, hasPassword, onClose }: Props) {
  const [password, setPassword] = useState("");
  const start = useMutation({
    mutationFn: startConnection,
    onSuccess: (location) => window.location.assign(location),
  });
  const wrong = isRefusal(start.error, "login_failed") ? "This is not your current password." : undefined;
  const ready = !hasPassword || password !== "";
  const busy = start.isPending || start.isSuccess;

  function submit(): void {
    if (ready && !busy) start.mutate({ providerId: id, ...(hasPassword && { password }) });
  }

  return (
    <Dialog title={`Connect ${name}`} onClose={onClose}>
      <Form error={start.error} onSubmit={submit}>
        <p>
          You sign in at {name} next. From then on your account there signs you in here, as your password
          does.
        </p>
        <Failure message={wrong ? undefined : describe(start.error)} />
        {hasPassword && (
          <PasswordField
            data-autofocus
            label="Current password"
            autoComplete="current-password"
            value={password}
            error={wrong}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={busy} disabled={!ready}>
            Go to {name}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
