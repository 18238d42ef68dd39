/** Where one is, where one can go, and who one is. */

import { Link } from "@tanstack/react-router";
import { useSignedIn } from "@/api/hooks";
import { words } from "@/lib/words";
import { Brand } from "@/ui/brand";
import { navigation } from "./navigation";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";

const say = words("shell");

export function Header() {
  const user = useSignedIn()?.user;
  const pages = navigation.filter((page) => !("needs" in page) || user?.permissions.includes(page.needs));
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link to="/security" className={classes.home} aria-label={say("home")}>
          <Brand />
        </Link>
        <nav className={classes.nav} aria-label={say("main")}>
          <ul>
            {pages.map(({ to, name }) => (
              <li key={to}>
                <Link to={to} className={classes.link} activeOptions={{ includeSearch: false }}>
                  {say(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {user && <UserMenu user={user} />}
      </div>
    </header>
  );
}
