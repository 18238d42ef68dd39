/** In which language a page is read before anybody is signed in. Each language is called by its own name. */
import type { Language } from "@/api/types";
import { chooseLanguage } from "@/lib/language";
import { languageNames } from "@/lib/languages";
import { language, OFFERED, words } from "@/lib/words";
import classes from "./language-choice.module.css";

const say = words("ui");

export function LanguageChoice() {
  if (OFFERED.length < 2) return null;
  return (
    <select
      className={classes.choice}
      aria-label={say("language")}
      value={language()}
      // The options are these languages and no others.
      onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}
    >
      {OFFERED.map((offered) => (
        <option key={offered} value={offered} lang={offered}>
          {languageNames[offered]}
        </option>
      ))}
    </select>
  );
}
