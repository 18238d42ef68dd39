/** One passkey and what can be done with it. */
import type { Passkey } from "@/api/types";
import { When } from "@/ui/when";
import { FactorActions } from "./factor-actions";
import classes from "./security.module.css";

interface Props {
  passkey: Passkey;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyItem({ passkey, ...actions }: Props) {
  const { name, enrolledAt, lastUsedAt, synced } = passkey;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={classes.quiet}>
          {synced ? "Synced between your devices" : "On one device"}, added <When at={enrolledAt} dateOnly />
          {lastUsedAt ? (
            <>
              , last used <When at={lastUsedAt} />
            </>
          ) : (
            ", not used yet"
          )}
        </p>
      </div>
      <FactorActions name={name} {...actions} />
    </li>
  );
}
