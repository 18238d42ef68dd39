/** The code of an authenticator. */

import { useState } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
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
  /** The ids of what is asked for, and of what was wrong. */
  describedBy: string;
  onSubmit: (code: string) => void;
}

export function TotpEntry({ label, codeLengths, onSubmit, ...entry }: EntryProps) {
  const [code, setCode] = useState<string>();
  const insisted = useInsisted();
  const change = (code: string | undefined) => {
    setCode(code);
    insisted.relent();
  };
  return (
    <Form ready={!!code} insisted={insisted} onSubmit={() => code && !entry.busy && onSubmit(code)}>
      <OneTimeCode
        label={label}
        lengths={codeLengths}
        {...entry}
        error={insisted.missing(!code, "invalid_code")}
        onChange={change}
        onComplete={onSubmit}
      />
      <ActionButton type="submit" loading={entry.busy} fullWidth>
        {say("verify")}
      </ActionButton>
    </Form>
  );
}
