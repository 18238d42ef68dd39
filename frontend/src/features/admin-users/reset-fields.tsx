/** How an identity was checked, and why there is a reset: the same for one person and for many. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { IdentityCheck } from "@/api/types";
import { words } from "@/lib/words";
import { type Insisted, useInsisted } from "@/ui/insisted";
import { IdentityChoice } from "./identity-choice";
import { ReasonField } from "./reason-field";

const say = words("admin-users");

interface Draft {
  identityCheck: IdentityCheck | undefined;
  reason: string;
  ticket: string;
}

export function useResetDraft() {
  const [draft, setDraft] = useState<Draft>({ identityCheck: undefined, reason: "", ticket: "" });
  const { identityCheck } = draft;
  const reason = draft.reason.trim();
  const ticket = draft.ticket.trim() || undefined;
  const terms = identityCheck && reason ? { identityCheck, reason, ticket } : undefined;
  return { draft, setDraft, terms, insisted: useInsisted() };
}

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
  insisted: Insisted;
}

export function ResetFields({ draft, onChange, error, insisted }: Props) {
  return (
    <>
      <IdentityChoice
        value={draft.identityCheck}
        error={insisted.missing(!draft.identityCheck, "choice")}
        onChange={(identityCheck) => onChange({ ...draft, identityCheck })}
      />
      <ReasonField
        value={draft.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
        error={error}
        insisted={insisted}
      />
      <TextInput
        label={say("ticket")}
        maxLength={100}
        autoComplete="off"
        value={draft.ticket}
        error={fieldMessage(error, "ticket")}
        onChange={(event) => onChange({ ...draft, ticket: event.currentTarget.value })}
      />
    </>
  );
}
