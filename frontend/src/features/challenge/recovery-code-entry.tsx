/** One field for a recovery code, as sloppy as people copy from paper. */
import { TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import type { EntryProps } from "./totp-entry";

export function RecoveryCodeEntry({ round, busy, invalid, onSubmit }: EntryProps) {
  const [code, setCode] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each refusal the field is ready for another try.
  useEffect(() => field.current?.select(), [round]);
  return (
    <Form onSubmit={() => code.trim() && !busy && onSubmit(code)}>
      <TextInput
        ref={field}
        label="Recovery code"
        description="Six groups of four characters. Capitals, spaces and hyphens do not matter."
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        aria-invalid={invalid || undefined}
      />
      <ActionButton type="submit" loading={busy} disabled={!code.trim()} fullWidth>
        Verify
      </ActionButton>
    </Form>
  );
}
