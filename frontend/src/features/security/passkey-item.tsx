/** One passkey and what can be done with it. */
import type { Passkey } from "@/api/types";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import { FactorActions } from "./factor-actions";
import classes from "./security.module.css";

const say = words("security");

interface Props {
  passkey: Passkey;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
}

export function PasskeyItem({ passkey, ...actions }: Props) {
  const { name, enrolledAt, lastUsedAt, synced } = passkey;
  const kept = synced ? "synced" : "device";
  const added = <When at={enrolledAt} dateOnly />;
  return (
    <li className={classes.item}>
      <div className={classes.words}>
        <p className={classes.name}>{name}</p>
        <p className={quiet.text}>
          {lastUsedAt
            ? say.rich(`passkey.${kept}-used`, { added, used: <When at={lastUsedAt} /> })
            : say.rich(`passkey.${kept}-unused`, { added })}
        </p>
      </div>
      <FactorActions name={name} {...actions} />
    </li>
  );
}
