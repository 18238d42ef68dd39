/** Step two: the key goes into the app, through the camera or by hand. */
import { Button } from "@mantine/core";
import type { Enrollment } from "@/api/types";
import { Actions } from "@/ui/form";
import { QrCode } from "@/ui/qr-code";
import { SetupKey } from "@/ui/setup-key";
import classes from "./wizard.module.css";

interface Props {
  enrollment: Enrollment;
  onContinue: () => void;
  onBack: () => void;
}

export function ScanStep({ enrollment, onContinue, onBack }: Props) {
  return (
    <>
      <p className={classes.text}>
        In your app, choose to add an account, then point the camera at this code.
      </p>
      <QrCode svg={enrollment.qrSvg} alt="QR code for your authenticator app" />
      <a className={classes.onThisDevice} href={enrollment.otpauthUri}>
        Open in an authenticator app on this device
      </a>
      <details className={classes.details}>
        <summary>Can't scan? Show the setup key</summary>
        <SetupKey secret={enrollment.secret} />
      </details>
      <Actions>
        <Button onClick={onContinue}>I have scanned it</Button>
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
      </Actions>
    </>
  );
}
