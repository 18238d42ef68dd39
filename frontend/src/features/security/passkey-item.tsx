/** One passkey and what can be done with it. */
import { Button } from "@mantine/core";
import type { Passkey } from "@/api/types";
import { Actions } from "@/ui/form";
import { When } from "@/ui/when";
import classes from "./security.module.css";

interface Props {
  passkey: Passkey;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyItem({ passkey, removable, onRename, onRemove }: Props) {
  const { name, enrolledAt, lastUsedAt } = passkey;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={classes.quiet}>
          Added <When at={enrolledAt} dateOnly />
          {lastUsedAt ? (
            <>
              , last used <When at={lastUsedAt} />
            </>
          ) : (
            ", not used yet"
          )}
        </p>
      </div>
      <Actions>
        <Button variant="default" size="sm" onClick={onRename} aria-label={`Rename ${name}`}>
          Rename
        </Button>
        {removable && (
          <Button variant="default" size="sm" onClick={onRemove} aria-label={`Remove ${name}`}>
            Remove
          </Button>
        )}
      </Actions>
    </li>
  );
}
