/** Step three: a code proves that the app has the key. Until then, nothing is turned on. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { OneTimeCode } from "@/ui/one-time-code";
import classes from "./wizard.module.css";

const kinds: Record<number, string> = { 6: "six-digit code", 8: "eight-digit code" };

interface Props {
  /** How many the app shows. */
  digits: number;
  round: number;
  busy: boolean;
  invalid: boolean;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function CodeStep({ digits, round, busy, invalid, onSubmit, onBack }: Props) {
  const [code, setCode] = useState<string>();
  const lengths = [digits];
  return (
    <Form onSubmit={() => code && onSubmit(code)}>
      <p className={classes.text}>Enter the {kinds[digits] ?? "code"} that the app shows now.</p>
      <OneTimeCode
        lengths={lengths}
        round={round}
        busy={busy}
        invalid={invalid}
        onChange={setCode}
        onComplete={onSubmit}
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
