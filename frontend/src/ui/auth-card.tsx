/** The quiet frame of every page before the sign-in is done. */
import type { ReactNode } from "react";
import classes from "./auth-card.module.css";
import { Brand } from "./brand";
import { shownBranding } from "./branding";
import { HelpLink } from "./help-link";
import { LanguageChoice } from "./language-choice";

interface Props {
  children: ReactNode;
  wide?: boolean;
  /** Whether another language can be chosen, which begins the page anew. */
  choice?: boolean;
}

export function AuthCard({ children, wide = false, choice = false }: Props) {
  return (
    <div className={classes.frame}>
      <header>{shownBranding?.head ?? <Brand large />}</header>
      <main className={classes.card} data-wide={wide || undefined}>
        {children}
        {shownBranding?.help}
      </main>
      <footer className={classes.foot}>
        {choice && <LanguageChoice />}
        <HelpLink aside={!choice} />
      </footer>
    </div>
  );
}
