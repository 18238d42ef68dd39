/** Step two: the key goes into the app, through the camera or by hand, and a code proves that it is there. Until then, nothing is turned on. */

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactNode, useId, useState } from "react";
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
  /** How many codes were refused, what failed last, and whether that was the code. */
  round: number;
  failure: Told | undefined;
  wrong: boolean;
  busy: boolean;
  onSubmit: (code: string) => void;
  onBack: () => void;
}

export function ConnectStep({ enrollment, round, failure, wrong, busy, onSubmit, onBack }: Props) {
  const [code, setCode] = useState<string>();
  const insisted = useInsisted();
  const [promptId, failureId] = [useId(), useId()];
  const { digits } = enrollment;
  return (
    <Form ready={!!code} insisted={insisted} onSubmit={() => code && onSubmit(code)}>
      <KeyForApp enrollment={enrollment} />
      <p className={classes.text} id={promptId}>
        {say("enter", { digits })}
      </p>
      <Failure message={failure} round={round} id={failureId} />
      <OneTimeCode
        lengths={[digits]}
        // The keyboard of a phone stays away from the picture until a code is typed.
        round={round || undefined}
        busy={busy}
        invalid={wrong}
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

/** On a phone the app is most likely there as well, and no camera can be pointed at what the phone itself shows. */
function KeyForApp({ enrollment: { qrSvg, otpauthUri, secret } }: { enrollment: Enrollment }) {
  const onPhone = useMediaQuery("(hover: none) and (pointer: coarse)", false, {
    getInitialValueInEffect: false,
  });
  const picture = <QrCode svg={qrSvg} alt={say("scan.alt")} />;
  const key = <SetupKey secret={secret} />;
  return onPhone ? (
    <>
      <p className={classes.text}>{say("here")}</p>
      <Button component="a" href={otpauthUri} variant="default" fullWidth>
        {say("here.open")}
      </Button>
      {key}
      <Other label={say("here.scan")}>{picture}</Other>
    </>
  ) : (
    <>
      <p className={classes.text}>{say("scan")}</p>
      {picture}
      <Other label={say("scan.key")}>{key}</Other>
    </>
  );
}

/** The other way, for those who cannot take the first. */
function Other({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className={classes.details}>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
