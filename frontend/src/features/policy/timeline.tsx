/** When each phase begins and ends: told as a list, with a picture for the eye. */
import type { CSSProperties } from "react";
import type { Phase } from "@/api/types";
import { count } from "@/lib/duration";
import { targetInWords } from "@/lib/phases";
import { Deadline, When } from "@/ui/when";
import { rightOnes, timelineOf } from "./phases";
import classes from "./rollout.module.css";

export function TimelinePicture({ phases }: { phases: readonly Phase[] }) {
  const shown = rightOnes(phases);
  if (shown.length === 0) return null;
  const { stretches, now } = timelineOf(shown, Date.now());
  return (
    <ol className={classes.timeline} aria-label="Phases by date">
      {stretches.map(({ phase, deadline, from, to }) => (
        <li key={targetInWords(phase)} className={classes.stretch}>
          <p className={classes.who}>{targetInWords(phase)}</p>
          <p className={classes.when}>
            from <When at={phase.startsAt} />
            {phase.graceDays === 0 ? (
              ", at once"
            ) : (
              <>
                , {count(phase.graceDays, "day")} to set it up, deadline <Deadline at={deadline} />
              </>
            )}
          </p>
          <div className={classes.track} aria-hidden="true">
            <span
              className={classes.bar}
              style={{ "--from": `${from}%`, "--to": `${to}%` } as CSSProperties}
              data-instant={from === to || undefined}
            />
            {now !== undefined && <span className={classes.now} style={{ left: `${now}%` }} />}
          </div>
        </li>
      ))}
    </ol>
  );
}
