/** A page that is not there, or not for this person. */
import { AuthCard } from "@/ui/auth-card";
import { PageTitle } from "@/ui/page-title";

export function NotFound() {
  return (
    <AuthCard>
      <PageTitle>Page not found</PageTitle>
      <p>There is no page at this address, or it is not for your account.</p>
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </AuthCard>
  );
}
