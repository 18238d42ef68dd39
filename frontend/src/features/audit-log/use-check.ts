/** Plays a check of the log against the service. */
import { useEffect, useReducer, useRef } from "react";
import { checkRun, start } from "./check-run";
import { checkedPart } from "./queries";

export function useCheck() {
  const [run, dispatch] = useReducer(checkRun, start);
  const stopping = useRef(new AbortController());
  // Nobody would see what comes of it.
  useEffect(() => () => stopping.current.abort(), []);

  async function begin(): Promise<void> {
    dispatch({ type: "begun" });
    stopping.current = new AbortController();
    const { signal } = stopping.current;
    try {
      let cursor: string | undefined;
      do {
        const part = await checkedPart(cursor, signal);
        dispatch({ type: "checked", part });
        cursor = part.nextCursor;
      } while (cursor);
      dispatch({ type: "ended" });
    } catch (why) {
      dispatch({ type: "failed", why });
    }
  }

  function stop(): void {
    stopping.current.abort();
    dispatch({ type: "stopped" });
  }

  return { run, begin, stop };
}
