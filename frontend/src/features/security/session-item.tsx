/** One live session. */
import type { LiveSession } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { ActionButton } from "@/ui/action-button";
import { DeviceLine } from "@/ui/device-line";
import { When } from "@/ui/when";
import classes from "./security.module.css";

interface Props {
  session: LiveSession;
  busy: boolean;
  onEnd: () => void;
}

export function SessionItem({
  session: { current, userAgent, address, amr, createdAt, lastSeenAt },
  busy,
  onEnd,
}: Props) {
  const device = deviceName(userAgent);
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <DeviceLine userAgent={userAgent} mark={current && "This device"} />
        <p className={classes.quiet}>
          {[address, byWhat(amr)].filter(Boolean).join(", ")}, signed in <When at={createdAt} />, last seen{" "}
          <When at={lastSeenAt} />
        </p>
      </div>
      {!current && (
        <ActionButton
          variant="default"
          size="sm"
          loading={busy}
          onClick={onEnd}
          aria-label={`End the session of ${device}`}
        >
          End
        </ActionButton>
      )}
    </li>
  );
}

function byWhat(amr: LiveSession["amr"]): string {
  if (amr.includes("mfa") && amr.includes("sso")) return "by single sign-on with a second factor";
  if (amr.includes("mfa")) return amr.includes("pwd") ? "with a second factor" : "with a passkey alone";
  if (amr.includes("sso")) return "by single sign-on";
  return amr.includes("email") ? "with a code by email" : "with a password";
}
