/** The one step of a passkey: a name for it, then the browser and the device do the rest. */
import { useEffect, useState } from "react";
import { deviceName } from "@/lib/devices";
import { prepare, stopAsking } from "@/lib/webauthn";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { TextField } from "@/ui/text-field";
import { WayOut } from "./way-out";
import classes from "./wizard.module.css";

interface Props {
  busy: boolean;
  onSubmit: (name: string) => void;
  /** To another kind of factor, where there is one. */
  onBack: (() => void) | undefined;
  onCancel: (() => void) | undefined;
}

export function PasskeyStep({ busy, onSubmit, onBack, onCancel }: Props) {
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  useEffect(() => {
    prepare();
    return () => void stopAsking();
  }, []);
  return (
    <Form onSubmit={() => onSubmit(name)}>
      <p className={classes.text}>
        A passkey is your fingerprint, face or screen lock, on this device or on your phone. A security key
        that you plug in will do, too. Your fingerprint and your face stay on the device: nobody else gets
        them, and neither do we.
      </p>
      <TextField
        label="Name"
        description="So that you can tell your passkeys apart."
        maxLength={50}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Actions>
        <ActionButton type="submit" loading={busy}>
          Make a passkey
        </ActionButton>
        <WayOut onBack={onBack} onCancel={onCancel} />
      </Actions>
      <p className={`${classes.quiet} ${classes.status}`} role="status">
        {busy && "Now follow what your browser or your device asks of you."}
      </p>
    </Form>
  );
}
