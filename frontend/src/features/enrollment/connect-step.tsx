/** Step two: the key goes into the app, through the camera or by hand, and a code proves that it is there. Until then, nothing is turned on. */

import { Button } from "@mantine/core";
import { useId, useState } from "react";
import type { Told } from "@/api/messages";
import type { Enrollment } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { OneTimeCode } from "@/ui/one-time-code";
import { QrCode } from "@/ui/qr-code";
import { SetupKey } from "@/ui/setup-key";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  enrollment: Enrollment;
  /** How many codes were refused, and what was wrong with the last one. */
  round: number;
  failure: Told | undefined;
  busy: boolean;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function ConnectStep({ enrollment, round, failure, busy, onSubmit, onBack }: Props) {
  const [code, setCode] = useState<string>();
  const insisted = useInsisted();
  const [promptId, failureId] = [useId(), useId()];
  const { digits, qrSvg, otpauthUri, secret } = enrollment;
  return (
    <Form ready={!!code} insisted={insisted} onSubmit={() => code && onSubmit(code)}>
      <p className={classes.text}>{say("scan")}</p>
      <QrCode svg={qrSvg} alt={say("scan.alt")} />
      <a className={classes.onThisDevice} href={otpauthUri}>
        {say("scan.here")}
      </a>
      <details className={classes.details}>
        <summary>{say("scan.key")}</summary>
        <SetupKey secret={secret} />
      </details>
      <p className={classes.text} id={promptId}>
        {say("enter", { digits })}
      </p>
      <Failure message={failure} round={round} id={failureId} />
      <OneTimeCode
        lengths={[digits]}
        // The keyboard of a phone stays away from the picture until a code is typed.
        round={round || undefined}
        busy={busy}
        invalid={!!failure}
        describedBy={`${promptId} ${failureId}`}
        error={insisted.missing(!code, "invalid_code")}
        onChange={(code) => {
          setCode(code);
          insisted.relent();
        }}
        onComplete={onSubmit}
      />
      <Actions>
        <ActionButton type="submit" loading={busy}>
          {say("turn-on")}
        </ActionButton>
        <Button variant="subtle" onClick={onBack}>
          {say("back")}
        </Button>
      </Actions>
    </Form>
  );
}
