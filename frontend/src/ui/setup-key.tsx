/** The setup key for those who cannot scan: covered until somebody looks at it on purpose. */

import { useState } from "react";
import { groupsOfFour } from "@/lib/grouping";
import { words } from "@/lib/words";
import { CopyButton } from "./copy-button";
import classes from "./setup-key.module.css";

const say = words("ui");

export function SetupKey({ secret }: { secret: string }) {
  const [kept, setKept] = useState(false);
  const groups = groupsOfFour(secret);
  return (
    <div className={classes.row}>
      <button
        type="button"
        className={classes.key}
        data-kept={kept || undefined}
        aria-pressed={kept}
        aria-label={say("setup-key", { key: groups.join(" ") })}
        onClick={() => setKept(!kept)}
      >
        <span className={classes.cover} aria-hidden="true">
          {groups.map((group) => "•".repeat(group.length)).join(" ")}
        </span>
        <span className={classes.text} aria-hidden="true">
          {groups.join(" ")}
        </span>
      </button>
      <p className={classes.hint}>{say("setup-key-hint")}</p>
      <div>
        <CopyButton text={secret} label={say("copy-key")} />
      </div>
    </div>
  );
}
