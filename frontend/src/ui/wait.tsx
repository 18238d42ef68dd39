/** How long somebody has to wait: in words, or counted down once it is soon over. */
import { useState } from "react";
import { inWords, onAClock } from "@/lib/duration";
import unseen from "./unseen.module.css";
import classes from "./wait.module.css";

const SOON = 600;

/** Time is seen to run, and heard as it was at first: words that change would be spoken each second. */
export function Wait({ seconds }: { seconds: number }) {
  const [heard] = useState(() => inWords(seconds));
  return (
    <>
      <span className={classes.seen} aria-hidden>
        {seconds >= SOON ? inWords(seconds) : onAClock(seconds)}
      </span>
      <span className={unseen.words}>{heard}</span>
    </>
  );
}
