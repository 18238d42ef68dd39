/** What a mailed link leads to: a page with what the link carries, or word of one that leads no further. */

import { Fragment, type ReactNode } from "react";
import { useLinkToken } from "@/lib/use-link-token";
import { words } from "@/lib/words";
import { AuthCard } from "./auth-card";
import { PageTitle } from "./page-title";

const say = words("ui");

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
      <PageTitle>{say("link-incomplete")}</PageTitle>
      <p>{say("link-incomplete.text")}</p>
    </AuthCard>
  );
}

/** One that is no longer good, and what to do about it. */
export function DeadLink({ children }: { children: ReactNode }) {
  return (
    <AuthCard>
      <PageTitle>{say("link-dead")}</PageTitle>
      <p>{say("link-dead.text")}</p>
      <p>{children}</p>
    </AuthCard>
  );
}
