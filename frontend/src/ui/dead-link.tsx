/** A mailed link that leads no further: why, and what to do. */
import type { ReactNode } from "react";
import { PageTitle } from "./page-title";

interface Props {
  /** The address came without its last part, so nobody knows whether the link is good. */
  incomplete: boolean;
  /** What to do about one that is no longer good. */
  children: ReactNode;
}

export function DeadLink({ incomplete, children }: Props) {
  if (incomplete) {
    return (
      <>
        <PageTitle>Open the link in your mail</PageTitle>
        <p>
          The last part of the address is missing. Open the link in your mail once more, or copy it as a
          whole.
        </p>
      </>
    );
  }
  return (
    <>
      <PageTitle>This link is no longer good</PageTitle>
      <p>A link works once and for a limited time, and a newer mail takes the place of an older one.</p>
      {children}
    </>
  );
}
