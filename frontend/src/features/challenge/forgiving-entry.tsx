/** One field for a code that is copied from paper or by ear, as sloppy as people do that. */

import { useEffect, useRef, useState } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { TextField } from "@/ui/text-field";
import type { EntryProps } from "./totp-entry";

const say = words("challenge");

interface Props extends Omit<EntryProps, "label"> {
  label: string;
  description: string;
}

export function ForgivingEntry({ label, description, round, busy, invalid, describedBy, onSubmit }: Props) {
  const [code, setCode] = useState("");
  const insisted = useInsisted();
  const error = insisted.missing(!code.trim());
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each refusal the field is ready for another try.
  useEffect(() => field.current?.select(), [round]);
  return (
    <Form ready={code.trim() !== ""} insisted={insisted} onSubmit={() => !busy && onSubmit(code)}>
      <TextField
        ref={field}
        label={label}
        description={description}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        data-long
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={error}
        aria-invalid={invalid || error ? true : undefined}
        aria-describedby={describedBy}
      />
      <ActionButton type="submit" loading={busy} fullWidth>
        {say("verify")}
      </ActionButton>
    </Form>
  );
}
