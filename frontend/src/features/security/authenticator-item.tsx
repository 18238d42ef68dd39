/** One authenticator and what can be done with it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Authenticator } from "@/api/types";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { FactorActions } from "./factor-actions";
import classes from "./security.module.css";

interface Props {
  authenticator: Authenticator;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function AuthenticatorItem({ authenticator, ...actions }: Props) {
  const { id, name, confirmedAt, lastUsedAt, renewBy, expired, proved } = authenticator;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>
          {name} {expired && <Tag tone="warn">Key is old, please replace</Tag>}
          {!proved && <Tag tone="info">Taken over, not used here yet</Tag>}
        </p>
        <p className={classes.quiet}>
          Added <When at={confirmedAt} dateOnly />
          {lastUsedAt && (
            <>
              , last used <When at={lastUsedAt} />
            </>
          )}
          {renewBy && !expired && (
            <>
              , renew by <When at={renewBy} dateOnly />
            </>
          )}
        </p>
      </div>
      <FactorActions name={name} {...actions}>
        <Button
          component={Link}
          to={`/security/authenticators/${id}/replace`}
          variant="default"
          size="sm"
          aria-label={`Replace ${name}`}
        >
          Replace
        </Button>
      </FactorActions>
    </li>
  );
}
