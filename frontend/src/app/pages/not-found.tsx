/** A page that is not there, or not for this person. */
import { words } from "@/lib/words";
import { AuthCard } from "@/ui/auth-card";
import { PageTitle } from "@/ui/page-title";

const say = words("app");

export function NotFound() {
  return (
    <AuthCard choice>
      <PageTitle>{say("not-found")}</PageTitle>
      <p>{say("not-found.text")}</p>
      <p>
        <a href="/">{say("start-page")}</a>
      </p>
    </AuthCard>
  );
}
