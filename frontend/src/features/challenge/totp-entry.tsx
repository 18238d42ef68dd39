/** Six boxes that send themselves off. */
import { useEffect, useState } from "react";
import { complete, emptyBoxes } from "@/lib/code-input";
import { ActionButton } from "@/ui/action-button";
import { CodeInput } from "@/ui/code-input";
import { Form } from "@/ui/form";

export interface EntryProps {
  /** Each refusal empties the field anew. */
  round: number;
  busy: boolean;
  invalid: boolean;
  onSubmit: (code: string) => void;
}

export function TotpEntry({ round, busy, invalid, onSubmit }: EntryProps) {
  const [boxes, setBoxes] = useState(emptyBoxes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the reason to empty the boxes.
  useEffect(() => setBoxes(emptyBoxes), [round]);
  const code = complete(boxes);
  return (
    <Form onSubmit={() => code && onSubmit(code)}>
      <CodeInput
        label="Authentication code"
        value={boxes}
        onChange={setBoxes}
        onComplete={onSubmit}
        busy={busy}
        invalid={invalid}
        focusRound={round}
      />
      <ActionButton type="submit" loading={busy} disabled={!code} fullWidth>
        Verify
      </ActionButton>
    </Form>
  );
}
