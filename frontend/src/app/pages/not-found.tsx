/** A page that is not there, or not for this person. */
import { words } from "@/lib/words";
import { BarePage } from "@/ui/bare-page";
import { PageTitle } from "@/ui/page-title";

const say = words("app");

export function NotFound() {
  return (
    <BarePage choice>
      <PageTitle>{say("not-found")}</PageTitle>
      <p>{say("not-found.text")}</p>
      <p>
        <a href="/">{say("start-page")}</a>
      </p>
    </BarePage>
  );
}
