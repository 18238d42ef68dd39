/** Whom to invite, with which roles, and in which language they are written to. */
import { Textarea } from "@mantine/core";
import { useState } from "react";
import { describe } from "@/api/messages";
import { fieldMessage, isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
import { LanguageField } from "@/ui/language-field";
import { TextButton } from "@/ui/text-button";
import { AddressList } from "./address-list";
import { addressesIn, objectionTo } from "./addresses";
import type { InviteState } from "./invite";
import type { Terms } from "./invite-dialog";
import { RoleChoice } from "./role-choice";

const say = words("admin-users-new");

const FIELDS = ["emails", "roles", "language"];

interface Props {
  state: Extract<InviteState, { step: "asking" }>;
  text: string;
  onText: (text: string) => void;
  terms: Terms;
  onTerms: (terms: Terms) => void;
  onSubmit: (emails: string[]) => void;
  onWithPassword: () => void;
  onClose: () => void;
}

export function InviteForm({ state: { busy, why }, text, onText, terms, onTerms, ...on }: Props) {
  // What is wrong is said when somebody goes on, not while they type.
  const [judged, setJudged] = useState(false);
  const insisted = useInsisted();
  const addresses = addressesIn(text);
  const plausible = addresses.filter((address) => address.plausible).length;
  const objection = objectionTo(addresses);
  const wrong = judged ? objection : undefined;

  function submit(): void {
    if (busy) return;
    setJudged(true);
    if (!objection) on.onSubmit(addresses.map((address) => address.text));
  }

  return (
    <FormDialog
      title={say("invite")}
      intro={<p>{say("invite.about")}</p>}
      action={say("invite.action", { count: plausible })}
      refusal={isOnlyAbout(why, FIELDS) ? undefined : describe(why)}
      error={wrong || why}
      ready={addresses.length > 0 && terms.roles.length > 0}
      insisted={insisted}
      onSubmit={submit}
      busy={busy}
      onClose={on.onClose}
    >
      <Textarea
        data-autofocus
        size="md"
        label={say("addresses")}
        description={say("addresses.about")}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        rows={3}
        value={text}
        error={insisted.missing(addresses.length === 0) ?? wrong ?? fieldMessage(why, "emails")}
        onChange={(event) => {
          setJudged(false);
          onText(event.currentTarget.value);
        }}
      />
      <AddressList addresses={addresses} />
      <RoleChoice
        value={terms.roles}
        error={insisted.missing(terms.roles.length === 0, "choice") ?? fieldMessage(why, "roles")}
        onChange={(roles) => onTerms({ ...terms, roles })}
      />
      <LanguageField
        label={say("invite.language")}
        value={terms.language}
        error={fieldMessage(why, "language")}
        onChange={(language) => onTerms({ ...terms, language })}
      />
      <TextButton onClick={on.onWithPassword}>{say("invite.with-password")}</TextButton>
    </FormDialog>
  );
}
