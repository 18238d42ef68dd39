/** One live session. */
import type { LiveSession } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { listed } from "@/lib/lists";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { DeviceLine } from "@/ui/device-line";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import classes from "./security.module.css";

const say = words("security");

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
  const from = listed([address, byWhat(amr)].filter((part) => part !== undefined));
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <DeviceLine userAgent={userAgent} mark={current && say("sessions.this")} />
        <p className={quiet.text}>
          {say.rich("session", { from, since: <When at={createdAt} />, seen: <When at={lastSeenAt} /> })}
        </p>
      </div>
      {!current && (
        <ActionButton
          variant="default"
          size="sm"
          loading={busy}
          onClick={onEnd}
          aria-label={say("sessions.end-of", { device })}
        >
          {say("sessions.end")}
        </ActionButton>
      )}
    </li>
  );
}

function byWhat(amr: LiveSession["amr"]): string {
  if (amr.includes("mfa") && amr.includes("sso")) return say("session.sso-factor");
  if (amr.includes("mfa")) return say(amr.includes("pwd") ? "session.factor" : "session.passkey");
  if (amr.includes("sso")) return say("session.sso");
  return say(amr.includes("email") ? "session.email" : "session.password");
}
