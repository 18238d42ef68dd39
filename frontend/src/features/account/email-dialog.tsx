/** Asks for another address. Nothing changes before the link that is mailed there is followed. */
import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout, isRefusal } from "@/api/problem";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { EmailField } from "@/ui/email-field";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PasswordField } from "@/ui/password-field";
import { requestEmailChange } from "./api";

export function EmailDialog({ onClose }: { onClose: (done?: string) => void }) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const change = useMutation({ mutationFn: requestEmailChange });
  const { error, isPending } = change;
  const wrongPassword = isRefusal(error, "login_failed") ? "This is not your current password." : undefined;
  const address = email.trim();
  const ready = address !== "" && password !== "";

  function submit(): void {
    if (!ready || isPending) return;
    const done = `A link is on its way to ${address}. Open it within 24 hours: until then you sign in with the address from before.`;
    change.mutate({ email: address, password }, { onSuccess: () => onClose(done) });
  }

  return (
    <Dialog title="Change your email address" onClose={() => onClose()}>
      <Form error={error} onSubmit={submit}>
        <p>
          We mail a link to the new address. When you open it there, the new address takes the old one's
          place.
        </p>
        <Failure message={wrongPassword || isOnlyAbout(error, ["email"]) ? undefined : describe(error)} />
        <EmailField
          data-autofocus
          label="New email address"
          autoComplete="email"
          maxLength={254}
          value={email}
          error={fieldMessage(error, "email")}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordField
          label="Current password"
          autoComplete="current-password"
          value={password}
          error={wrongPassword}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            Cancel
          </Button>
          <ActionButton type="submit" loading={isPending} disabled={!ready}>
            Send the link
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
