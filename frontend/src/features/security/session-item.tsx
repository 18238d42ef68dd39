/** One live session. */
import type { LiveSession } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { ActionButton } from "@/ui/action-button";
import { Icon } from "@/ui/icons";
import { Tag } from "@/ui/tag";
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
  const mobile = /iPhone|iPad|Android/.test(userAgent ?? "");
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>
          <Icon name={mobile ? "phone" : "laptop"} />
          {device} {current && <Tag tone="good">This device</Tag>}
        </p>
        <p className={classes.quiet}>
          {[address, amr.includes("mfa") ? "with a second factor" : "with a password"]
            .filter(Boolean)
            .join(", ")}
          , signed in <When at={createdAt} />, last seen <When at={lastSeenAt} />
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
