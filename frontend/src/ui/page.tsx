/** A page: its title in the tab and on top, where the focus goes when somebody arrives. */
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./page.module.css";

let arrivals = 0;

export function Page({ title, sign, intro, aside, children }: PageProps) {
  return (
    <>
      <div className={classes.head}>
        <div className={classes.named}>
          <PageTitle>{title}</PageTitle>
          {sign}
        </div>
        {aside}
      </div>
      {intro && <p className={classes.intro}>{intro}</p>}
      <div className={classes.body}>{children}</div>
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

export function PageTitle({ children, focused = true }: { children: string; focused?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The first page of a visit is read from its top anyway, and an anchor has its own target.
    if (arrivals++ > 0 && focused && !window.location.hash) heading.current?.focus({ preventScroll: true });
  }, [focused]);
  return (
    <>
      <title>{`${children} · Nightlatch`}</title>
      <h1 className={classes.title} tabIndex={-1} ref={heading}>
        {children}
      </h1>
    </>
  );
}

/** A part of a page with a heading of its own, and an anchor if others link to it. */
export function Section({ title, id, aside, children, tone }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!id || window.location.hash !== `#${id}`) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
  }, [id]);
  const labelId = `${id ?? title.toLowerCase().replace(/\W+/g, "-")}-title`;
  return (
    <section className={classes.section} aria-labelledby={labelId} id={id} data-tone={tone}>
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
