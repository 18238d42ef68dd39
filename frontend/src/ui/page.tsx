/** A signed-in page and its parts. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import classes from "./page.module.css";
import { PageTitle } from "./page-title";

export function Page({ title, sign, intro, aside, children }: PageProps) {
  const head = useRef<HTMLDivElement>(null);
  // Of a whole section that goes, as a provider does, nothing nearer is left.
  const keeping = useKeptFocus(() => head.current?.querySelector("h1"));
  return (
    <>
      <div className={classes.head} ref={head}>
        <div className={classes.named}>
          <PageTitle>{title}</PageTitle>
          {sign}
        </div>
        {aside}
      </div>
      {intro && <p className={classes.intro}>{intro}</p>}
      <div className={classes.body} {...keeping}>
        {children}
      </div>
    </>
  );
}

interface PageProps {
  title: string;
  /** Stands right beside the title. */
  sign?: ReactNode;
  intro?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of a page with a heading of its own, and an anchor if others link to it. */
export function Section({ title, id, aside, children, tone }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!id || window.location.hash !== `#${id}`) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [id]);
  const keeping = useKeptFocus(() => heading.current);
  const ownId = useId();
  const labelId = `${id ?? ownId}-title`;
  return (
    <section className={classes.section} aria-labelledby={labelId} id={id} data-tone={tone} {...keeping}>
      <div className={classes.head}>
        <h2 className={classes.subtitle} id={labelId} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

interface SectionProps {
  title: string;
  id?: string;
  aside?: ReactNode;
  children: ReactNode;
  tone?: "danger";
}

/** What had the focus may go with a change, as a list's item does when it is removed: then the heading takes it. */
function useKeptFocus(heading: () => HTMLElement | null | undefined) {
  const within = useRef(false);
  useEffect(() => {
    if (within.current && document.activeElement === document.body) heading()?.focus();
  });
  return {
    onFocus: () => {
      within.current = true;
    },
    onBlur: () => {
      within.current = false;
    },
  };
}
