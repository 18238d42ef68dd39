/** Step three: a code proves that the app has the key. Until then, nothing is turned on. */

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { OneTimeCode } from "@/ui/one-time-code";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  /** How many the app shows. */
  digits: number;
  round: number;
  busy: boolean;
  invalid: boolean;
  /** The id of what was wrong with the last one. */
  failureId: string;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function CodeStep({ digits, round, busy, invalid, failureId, onSubmit, onBack }: Props) {
  const [code, setCode] = useState<string>();
  const promptId = useId();
  const lengths = [digits];
  return (
    <Form onSubmit={() => code && onSubmit(code)}>
      <p className={classes.text} id={promptId}>
        {say("enter", { digits })}
      </p>
      <OneTimeCode
        lengths={lengths}
        round={round}
        busy={busy}
        invalid={invalid}
        describedBy={`${promptId} ${failureId}`}
        onChange={setCode}
        onComplete={onSubmit}
      />
      <Actions>
        <ActionButton type="submit" loading={busy} disabled={!code}>
          {say("turn-on")}
        </ActionButton>
        <Button variant="subtle" onClick={onBack}>
          {say("back")}
        </Button>
      </Actions>
    </Form>
  );
}
