/** The one step of a passkey: a name for it, then the browser and the device do the rest. */

import { useEffect, useState } from "react";
import { deviceName } from "@/lib/devices";
import { prepare, stopAsking } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions, Form } from "@/ui/form";
import { TextField } from "@/ui/text-field";
import { type Leave, WayOut } from "./way-out";
import classes from "./wizard.module.css";

const say = words("enrollment");

interface Props {
  busy: boolean;
  onSubmit: (name: string) => void;
  /** To another kind of factor, where there is one. */
  onBack: (() => void) | undefined;
  leave: Leave;
}

export function PasskeyStep({ busy, onSubmit, onBack, leave }: Props) {
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  useEffect(() => {
    prepare();
    return () => void stopAsking();
  }, []);
  return (
    <Form onSubmit={() => onSubmit(name)}>
      <p className={classes.text}>{say("passkey-about")}</p>
      <TextField
        label={say("name")}
        description={say("name.passkey")}
        maxLength={50}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Actions>
        <ActionButton type="submit" loading={busy}>
          {say("make-passkey")}
        </ActionButton>
        <WayOut onBack={onBack} leave={leave} />
      </Actions>
      <p className={`${classes.quiet} ${classes.status}`} role="status">
        {busy && say("follow-device")}
      </p>
    </Form>
  );
}
