/** When each phase begins and ends: told as a list, with a picture for the eye. */
import type { CSSProperties } from "react";
import type { Phase } from "@/api/types";
import { targetInWords } from "@/lib/phases";
import { words } from "@/lib/words";
import { Deadline, When } from "@/ui/when";
import { rightOnes, targetOf, timelineOf } from "./phases";
import classes from "./rollout.module.css";

const say = words("policy");

export function TimelinePicture({ phases }: { phases: readonly Phase[] }) {
  const shown = rightOnes(phases);
  if (shown.length === 0) return null;
  const { stretches, now } = timelineOf(shown, Date.now());
  return (
    <ol className={classes.timeline} aria-label={say("timeline")}>
      {stretches.map(({ phase, deadline, from, to }) => (
        <li key={targetOf(phase)}>
          <p className={classes.who}>{targetInWords(phase)}</p>
          <p className={classes.when}>
            {say.rich("timeline-phase", {
              days: phase.graceDays,
              start: <When at={phase.startsAt} />,
              deadline: <Deadline at={deadline} />,
            })}
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
