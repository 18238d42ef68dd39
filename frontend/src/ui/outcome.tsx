/** What was done on a page that is longer than the window: it stays in sight, wherever on the page that was. */
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Done } from "./message";
import classes from "./outcome.module.css";
import { useToldHeight } from "./use-told-height";

export function Outcome({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  // Before it is seen: nothing moves under whoever presses the next button.
  useLayoutEffect(() => {
    if (children && place.current) uncoverFocused(place.current);
  }, [children]);
  const measured = useToldHeight("--nl-told");
  return (
    <div ref={place} className={classes.outcome} data-told={children ? true : undefined}>
      <div ref={measured}>
        <Done>{children}</Done>
      </div>
    </div>
  );
}

/** Between the words and what has the focus, in pixels: its ring is to be seen. */
const SPACE = 8;

/** What was pressed may be where the words are now. */
function uncoverFocused(cover: HTMLElement): void {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return;
  const [over, under] = [cover, focused].map((element) => element.getBoundingClientRect());
  if (!over || !under || under.bottom <= over.top || under.top >= over.bottom) return;
  window.scrollBy(0, under.top - over.bottom - SPACE);
}
