/** Where one is, where one can go, and who one is. */

import { Link } from "@tanstack/react-router";
import { useSignedIn } from "@/api/hooks";
import { words } from "@/lib/words";
import { shortcutsFor } from "../tools/shortcuts";
import { useShortcuts } from "../tools/use-shortcuts";
import { useTools } from "../tools/use-tools";
import { FindButton } from "./find-button";
import { HomeLink } from "./home-link";
import { pagesFor } from "./navigation";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";

const say = words("shell");

export function Header() {
  const user = useSignedIn()?.user;
  const permissions = user?.permissions ?? [];
  const { Tool, open, close } = useTools();
  useShortcuts(shortcutsFor(permissions), open);
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <HomeLink />
        <nav className={classes.nav} aria-label={say("main")}>
          <ul>
            {pagesFor(permissions).map(({ to, name }) => (
              <li key={to}>
                <Link to={to} className={classes.link} activeOptions={{ includeSearch: false }}>
                  {say(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <FindButton onClick={() => open("find")} />
        {user && <UserMenu user={user} onShortcuts={() => open("help")} />}
      </div>
      {Tool && user && <Tool user={user} onOpen={open} onClose={close} />}
    </header>
  );
}
