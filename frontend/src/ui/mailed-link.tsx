/** What a mailed link leads to: a page with what the link carries, or word of one that leads no further. */
import { Fragment, type ReactNode } from "react";
import { useLinkToken } from "@/lib/use-link-token";
import { AuthCard } from "./auth-card";
import { PageTitle } from "./page-title";

export function MailedLink({ children }: { children: (token: string) => ReactNode }) {
  const token = useLinkToken();
  if (token === undefined) return <IncompleteLink />;
  // Another link, opened in the same tab, begins anew.
  return <Fragment key={token}>{children(token)}</Fragment>;
}

/** The address came without its last part, so nobody knows whether the link is good. */
function IncompleteLink() {
  return (
    <AuthCard>
      <PageTitle>Open the link in your mail</PageTitle>
      <p>
        The last part of the address is missing. Open the link in your mail once more, or copy it as a whole.
      </p>
    </AuthCard>
  );
}

/** One that is no longer good, and what to do about it. */
export function DeadLink({ children }: { children: ReactNode }) {
  return (
    <AuthCard>
      <PageTitle>This link is no longer good</PageTitle>
      <p>A link works once and for a limited time, and a newer mail takes the place of an older one.</p>
      <p>{children}</p>
    </AuthCard>
  );
}
