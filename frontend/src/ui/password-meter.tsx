/** How good a password is, in words, while somebody chooses it. Where nobody can tell, it says what makes a good one. */

import { useEffect, useRef, useState } from "react";
import { createEstimator, type Estimator, type Strength } from "@/lib/password-strength";
import { type Verdict, verdictOf } from "@/lib/strength-words";
import { useSettled } from "@/lib/use-settled";
import { words } from "@/lib/words";
import classes from "./password-meter.module.css";

const say = words("passwords");

/** Who types has paused: each change spoken would be a stutter. */
const PAUSE_MS = 400;

export interface MeterProps {
  /** In characters, where it is known. */
  minLength?: number | undefined;
  /** What somebody who knows the person would try first. */
  known: readonly string[];
}

export function PasswordMeter({ password, known, minLength }: MeterProps & { password: string }) {
  const verdict = useVerdict(password, known, minLength);
  return (
    <div className={classes.meter} data-level={verdict?.level}>
      <span className={classes.bar} aria-hidden="true">
        {[1, 2, 3, 4].map((level) => (
          <span key={level} data-reached={verdict && level <= verdict.level} />
        ))}
      </span>
      <p role="status" className={classes.words}>
        {verdict ? (
          <>
            <strong>{verdict.words}</strong> {verdict.suggestion}
          </>
        ) : (
          say("advice")
        )}
      </p>
    </div>
  );
}

function useVerdict(
  password: string,
  known: readonly string[],
  minLength: number | undefined,
): Verdict | undefined {
  const settled = useSettled(password, PAUSE_MS);
  const estimator = useRef<Estimator>(undefined);
  const asked = useRef("");
  const [judged, setJudged] = useState<{ password: string; strength: Strength }>();
  const about = known.join("\n");
  useEffect(() => {
    if (settled === "") return;
    asked.current = settled;
    estimator.current ??= createEstimator((strength) => setJudged({ password: asked.current, strength }));
    estimator.current.ask(settled, about.split("\n").filter(Boolean));
  }, [settled, about]);
  useEffect(
    () => () => {
      estimator.current?.close();
      estimator.current = undefined;
    },
    [],
  );
  // What was said about the password before stays until there is something new to say.
  return settled && judged ? verdictOf(judged.password, judged.strength, minLength) : undefined;
}
