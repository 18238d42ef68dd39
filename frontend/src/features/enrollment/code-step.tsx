/** Step three: a code proves that the app has the key. Until then, nothing is turned on. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import { complete, emptyBoxes } from "@/lib/code-input";
import { ActionButton } from "@/ui/action-button";
import { CodeInput } from "@/ui/code-input";
import { Actions, Form } from "@/ui/form";
import classes from "./wizard.module.css";

interface Props {
  round: number;
  busy: boolean;
  invalid: boolean;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function CodeStep({ round, busy, invalid, onSubmit, onBack }: Props) {
  const [boxes, setBoxes] = useState(emptyBoxes);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is the reason to empty the boxes.
  useEffect(() => setBoxes(emptyBoxes), [round]);
  const code = complete(boxes);
  return (
    <Form onSubmit={() => code && onSubmit(code)}>
      <p className={classes.text}>Enter the six-digit code that the app shows now.</p>
      <CodeInput
        label="Authentication code"
        value={boxes}
        onChange={setBoxes}
        onComplete={onSubmit}
        busy={busy}
        invalid={invalid}
        focusRound={round}
      />
      <Actions>
        <ActionButton type="submit" loading={busy} disabled={!code}>
          Turn on
        </ActionButton>
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
      </Actions>
    </Form>
  );
}
