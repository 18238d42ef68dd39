/** Where one is, where one can go, and who one is. */
import { Link } from "@tanstack/react-router";
import { useSignedIn } from "@/api/hooks";
import { Brand } from "@/ui/brand";
import { navigation } from "./navigation";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";

export function Header() {
  const user = useSignedIn()?.user;
  const pages = navigation.filter((page) => !("needs" in page) || user?.permissions.includes(page.needs));
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Link to="/security" className={classes.home} aria-label="Nightlatch, My security">
          <Brand />
        </Link>
        <nav className={classes.nav} aria-label="Main">
          <ul>
            {pages.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className={classes.link} activeOptions={{ includeSearch: false }}>
                  {label}
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
