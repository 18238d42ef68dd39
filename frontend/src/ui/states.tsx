/** What stands in a list's place while it loads, when it is empty, and when it could not be had. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { Reason } from "./message";
import classes from "./states.module.css";

const say = words("ui");

/** As tall as what will come, so that nothing jumps. */
export function Loading({ rows = 3, label = say("loading") }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      <div className={classes.loading} aria-busy="true">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move.
          <span key={row} className={classes.row} />
        ))}
      </div>
    </div>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className={classes.empty}>{children}</p>;
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const retry = (
    <Button variant="default" size="sm" onClick={onRetry}>
      {say("try-again")}
    </Button>
  );
  return (
    <div role="alert">
      <Reason told={describe(error) ?? say("needs-factor")} action={retry} />
    </div>
  );
}
