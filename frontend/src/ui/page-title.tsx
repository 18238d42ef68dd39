/** A page's title, in the tab and on top, where the focus goes when somebody arrives. */

import { useEffect, useRef } from "react";
import { words } from "@/lib/words";
import classes from "./page.module.css";

const say = words("ui");

let arrivals = 0;

export function PageTitle({ children, focused = true }: { children: string; focused?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first page of a visit is read from its top anyway, and an anchor has its own target.
    if (arrivals++ === 0 || !focused || window.location.hash) return;
    heading.current?.focus({ preventScroll: true });
    // A further step of the same page begins where the one before was left.
    if ((heading.current?.getBoundingClientRect().top ?? 0) < 0) window.scrollTo(0, 0);
  }, [focused]);
  return (
    <>
      <title>{say("title", { page: children })}</title>
      <h1 className={classes.title} tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
}
