/** Step two: the key goes into the app, through the camera or by hand. */

import { Button } from "@mantine/core";
import type { Enrollment } from "@/api/types";
import { words } from "@/lib/words";
import { Actions } from "@/ui/form";
import { QrCode } from "@/ui/qr-code";
import { SetupKey } from "@/ui/setup-key";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  enrollment: Enrollment;
  onContinue: () => void;
  onBack: () => void;
}

export function ScanStep({ enrollment, onContinue, onBack }: Props) {
  return (
    <>
      <p className={classes.text}>{say("scan")}</p>
      <QrCode svg={enrollment.qrSvg} alt={say("scan.alt")} />
      <a className={classes.onThisDevice} href={enrollment.otpauthUri}>
        {say("scan.here")}
      </a>
      <details className={classes.details}>
        <summary>{say("scan.key")}</summary>
        <SetupKey secret={enrollment.secret} />
      </details>
      <Actions>
        <Button onClick={onContinue}>{say("scan.done")}</Button>
        <Button variant="subtle" onClick={onBack}>
          {say("back")}
        </Button>
      </Actions>
    </>
  );
}
