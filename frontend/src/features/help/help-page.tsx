/** Answers for people who meet a second factor for the first time. Everybody may read them, signed in or not. */

import { Link } from "@tanstack/react-router";
import { useSession } from "@/api/hooks";
import { words } from "@/lib/words";
import { Brand } from "@/ui/brand";
import { shownBranding } from "@/ui/branding";
import { TOPICS } from "@/ui/help-topics";
import { LanguageChoice } from "@/ui/language-choice";
import { PageTitle } from "@/ui/page-title";
import { Answer } from "./answer";
import classes from "./help-page.module.css";

const say = words("help-page");
const ask = words("help");

export function HelpPage() {
  const inside = useSession().phase === "signedIn";
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <Link to="/" className={classes.home}>
          {shownBranding?.head ?? <Brand />}
        </Link>
        <Link to="/">{inside ? say("way-on.inside") : say("way-on")}</Link>
      </header>
      <main className={classes.main}>
        <PageTitle>{say("title")}</PageTitle>
        <p className={classes.intro}>{say("title.intro")}</p>
        <nav aria-label={ask("questions")}>
          <ul className={classes.questions}>
            {TOPICS.map((topic) => (
              <li key={topic}>
                <a href={`#${topic}`}>{ask(topic)}</a>
              </li>
            ))}
          </ul>
        </nav>
        {TOPICS.map((topic) => (
          <Answer key={topic} topic={topic} />
        ))}
      </main>
      <footer>
        <LanguageChoice />
      </footer>
    </div>
  );
}
