/** The press that has the browser ask for a passkey. */

import { useEffect, useRef } from "react";
import { prepare, stopAsking } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import classes from "./challenge.module.css";

const say = words("challenge");

interface Props {
  busy: boolean;
  failed: boolean;
  onSign: () => void;
}

export function PasskeyEntry({ busy, failed, onSign }: Props) {
  const entry = useRef<HTMLDivElement>(null);
  useEffect(() => {
    prepare();
    // What led here is gone, and its focus with it.
    entry.current?.querySelector("button")?.focus();
    // Whoever takes another way has the browser's question closed.
    return () => void stopAsking();
  }, []);
  return (
    <div ref={entry} className={classes.offer}>
      <ActionButton loading={busy} onClick={onSign} fullWidth>
        {failed ? say("try-again") : say("use-passkey")}
      </ActionButton>
      <p className={`${classes.prompt} ${classes.status}`} role="status">
        {busy && say("follow-device")}
      </p>
    </div>
  );
}
