/** Lets one press through, and no second one before it is drawn that something is being done. */
import { useCallback, useRef } from "react";

/** What is drawn comes some tasks later. A press that begins nothing is over by then. */
const DRAWN_MS = 500;

export function useLatch() {
  const shut = useRef<ReturnType<typeof setTimeout>>(undefined);
  const release = useCallback(() => {
    clearTimeout(shut.current);
    shut.current = undefined;
  }, []);
  const once = useCallback(
    (act: () => unknown) => {
      if (shut.current !== undefined) return;
      shut.current = setTimeout(release, DRAWN_MS);
      const begun = act();
      if (begun instanceof Promise) begun.then(release, release);
    },
    [release],
  );
  return { once, release };
}
