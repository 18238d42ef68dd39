/** The code of an authenticator. */

import { useState } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { OneTimeCode } from "@/ui/one-time-code";

const say = words("challenge");

export interface EntryProps {
  /** What the code is called, where it is none of an authenticator. */
  label?: string;
  /** How many digits the codes of this person's authenticators can have. */
  codeLengths: readonly number[];
  /** Each refusal empties the field anew. */
  round: number;
  busy: boolean;
  invalid: boolean;
  onSubmit: (code: string) => void;
}

export function TotpEntry({ label, codeLengths, round, busy, invalid, onSubmit }: EntryProps) {
  const [code, setCode] = useState<string>();
  return (
    <Form onSubmit={() => code && !busy && onSubmit(code)}>
      <OneTimeCode
        label={label}
        lengths={codeLengths}
        round={round}
        busy={busy}
        invalid={invalid}
        onChange={setCode}
        onComplete={onSubmit}
      />
      <ActionButton type="submit" loading={busy} disabled={!code} fullWidth>
        {say("verify")}
      </ActionButton>
    </Form>
  );
}
