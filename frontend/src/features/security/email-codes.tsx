/** Codes by email at sign-in, for those who have no second factor. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, startTransition, useOptimistic } from "react";
import { useSignedIn } from "@/api/hooks";
import { describe } from "@/api/messages";
import { twoFactor as factorQuery, mine } from "@/api/queries";
import type { TwoFactor } from "@/api/types";
import { Failure, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import { Switch } from "@/ui/switch";
import { setEmailCodes } from "./changes";
import { type EmailCodesState, emailCodesState } from "./email-codes-state";
import classes from "./security.module.css";

export function EmailCodes({ twoFactor }: { twoFactor: TwoFactor }) {
  const user = useSignedIn()?.user;
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: setEmailCodes,
    onSuccess: (email) => {
      queries.setQueryData(factorQuery.queryKey, (known) => known && { ...known, email });
      void queries.invalidateQueries({ queryKey: mine });
    },
  });
  // The switch follows the finger; what the server says then stands.
  const [shown, show] = useOptimistic(twoFactor.email.enabled);
  if (!user) return null;
  const administers = user.roles.some((role) => role === "admin" || role === "superadmin");
  const state = emailCodesState(twoFactor, administers);
  if (state === "pointless") return null;
  const { enabled } = twoFactor.email;

  function choose(wanted: boolean): void {
    if (change.isPending) return;
    startTransition(async () => {
      show(wanted);
      // What went wrong is told by the failure below.
      await change.mutateAsync(wanted).catch(() => undefined);
    });
  }

  return (
    <Section title="Codes by email when signing in" id="email-codes">
      <Failure message={change.isPending ? undefined : describe(change.error)} />
      <Spoken>{change.isSuccess ? `Codes by email are ${enabled ? "on" : "off"}` : undefined}</Spoken>
      <p className={classes.quiet}>{words[state](user.email)}</p>
      {(state === "free" || enabled) && (
        <Switch
          size="md"
          label="Ask me for a code by email"
          checked={shown}
          aria-busy={change.isPending || undefined}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      )}
    </Section>
  );
}

const words: Record<Exclude<EmailCodesState, "pointless">, (email: string) => ReactNode> = {
  free: (email) => (
    <>
      After your password you enter a code that we mail to <b>{email}</b>. That is safer than a password
      alone; a passkey or an authenticator app is safer still.
    </>
  ),
  unverified: (email) => (
    <>
      Safer than a password alone, for as long as you have no second factor. First confirm that <b>{email}</b>{" "}
      is yours, under <Link to="/account">My account</Link>.
    </>
  ),
  passwordByMail: () => (
    <>
      Your password was set by a link that we mailed, so a code from the same mailbox would prove nothing
      more. Choose another password first, under <Link to="/account">My account</Link>.
    </>
  ),
  superseded: () => "You have a second factor: it is asked for, and no codes are mailed.",
  administrator: () =>
    "Not for administrators: whoever reads their mailbox must not get this far. Set up a second factor instead.",
  forbidden: () => "Your organization does not use them. Set up a second factor instead.",
  nobodyIsAsked: () => "Your organization asks nobody for a code at the moment, and mails none.",
};
