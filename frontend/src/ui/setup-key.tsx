/** The setup key for those who cannot scan: covered until somebody looks at it on purpose. */
import { useState } from "react";
import { groupsOfFour } from "@/lib/grouping";
import { CopyButton } from "./copy-button";
import classes from "./setup-key.module.css";

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
        aria-label={`Setup key: ${groups.join(" ")}`}
        onClick={() => setKept(!kept)}
      >
        <span className={classes.cover} aria-hidden="true">
          {groups.map((group) => "•".repeat(group.length)).join(" ")}
        </span>
        <span className={classes.text} aria-hidden="true">
          {groups.join(" ")}
        </span>
      </button>
      <p className={classes.hint}>Point at the dots, or tap them, to see the key.</p>
      <div>
        <CopyButton text={secret} label="Copy key" />
      </div>
    </div>
  );
}
