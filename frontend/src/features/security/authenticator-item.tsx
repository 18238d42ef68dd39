/** One authenticator and what can be done with it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Authenticator } from "@/api/types";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { FactorActions } from "./factor-actions";
import classes from "./security.module.css";

const say = words("security");

interface Props {
  authenticator: Authenticator;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function AuthenticatorItem({ authenticator, ...actions }: Props) {
  const { id, name, expired, proved } = authenticator;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>
          {name} {expired && <Tag tone="warn">{say("authenticator.old")}</Tag>}
          {!proved && <Tag tone="info">{say("authenticator.taken-over")}</Tag>}
        </p>
        <p className={quiet.text}>
          <Story authenticator={authenticator} />
        </p>
      </div>
      <FactorActions name={name} {...actions}>
        <Button
          component={Link}
          to={`/security/authenticators/${id}/replace`}
          variant="default"
          size="sm"
          aria-label={say("replace.named", { name })}
        >
          {say("replace")}
        </Button>
      </FactorActions>
    </li>
  );
}

function Story({ authenticator }: { authenticator: Authenticator }) {
  const { confirmedAt, lastUsedAt, renewBy, expired } = authenticator;
  const added = <When at={confirmedAt} dateOnly />;
  const used = lastUsedAt && <When at={lastUsedAt} />;
  if (!renewBy || expired)
    return used
      ? say.rich("authenticator.used", { added, used })
      : say.rich("authenticator.unused", { added });
  const renew = <When at={renewBy} dateOnly />;
  return used
    ? say.rich("authenticator.used-renew", { added, used, renew })
    : say.rich("authenticator.unused-renew", { added, renew });
}
