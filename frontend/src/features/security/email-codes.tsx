/** Codes by email at sign-in, for those who have no second factor. */

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, startTransition, useOptimistic, useState } from "react";
import { useFrozen, useSignedIn } from "@/api/hooks";
import { describe } from "@/api/messages";
import { twoFactor as factorQuery, mine } from "@/api/queries";
import type { TwoFactor } from "@/api/types";
import { isAdministrator } from "@/lib/administrators";
import { words } from "@/lib/words";
import { Failure, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { Switch } from "@/ui/switch";
import { setEmailCodes } from "./changes";
import { type EmailCodesState, emailCodesState } from "./email-codes-state";

const say = words("security");

export function EmailCodes({ twoFactor }: { twoFactor: TwoFactor }) {
  const user = useSignedIn()?.user;
  const frozen = useFrozen();
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
  // What was turned off just now is told of for as long as the page is there: what has the focus does not vanish.
  const [known, know] = useState(false);
  if (twoFactor.email.enabled && !known) know(true);
  if (!user) return null;
  const email = { ...twoFactor.email, enabled: twoFactor.email.enabled || known };
  const state = emailCodesState({ ...twoFactor, email }, isAdministrator(user.roles));
  const { enabled } = twoFactor.email;
  if (state === "pointless" || (frozen && !enabled)) return null;

  function choose(wanted: boolean): void {
    if (change.isPending) return;
    startTransition(async () => {
      show(wanted);
      // What went wrong is told by the failure below.
      await change.mutateAsync(wanted).catch(() => undefined);
    });
  }

  return (
    <Section title={say("email-codes")} id="email-codes">
      <Failure message={change.isPending ? undefined : describe(change.error)} />
      <Spoken>{change.isSuccess ? say(enabled ? "email-codes.on" : "email-codes.off") : undefined}</Spoken>
      <p className={quiet.text}>{explained(state, user.email)}</p>
      {(state === "free" || enabled) && !frozen && (
        <Switch
          size="md"
          label={say("email-codes.switch")}
          checked={shown}
          aria-busy={change.isPending || undefined}
          onChange={(event) => choose(event.currentTarget.checked)}
        />
      )}
    </Section>
  );
}

function explained(state: Exclude<EmailCodesState, "pointless">, email: string): ReactNode {
  const link = <Link to="/account" />;
  switch (state) {
    case "free":
      return say.rich("email-codes.free", { email, address: <b /> });
    case "unverified":
      return say.rich("email-codes.unverified", { email, address: <b />, link });
    case "passwordByMail":
      return say.rich("email-codes.passwordByMail", { link });
    default:
      return say(`email-codes.${state}`);
  }
}
