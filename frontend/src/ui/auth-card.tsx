/** The quiet frame of every page before the sign-in is done. */
import type { ReactNode } from "react";
import classes from "./auth-card.module.css";
import { Brand } from "./brand";

export function AuthCard({ children, wide = false }: { children: ReactNode; wide?: boolean }) {
  return (
    <div className={classes.frame}>
      <header>
        <Brand large />
      </header>
      <main className={classes.card} data-wide={wide || undefined}>
        {children}
      </main>
    </div>
  );
}
