/** Where one is, where one can go, and who one is. */

import { useSignedIn } from "@/api/hooks";
import { shortcutsFor } from "../tools/shortcuts";
import { useShortcuts } from "../tools/use-shortcuts";
import { useTools } from "../tools/use-tools";
import { FindButton } from "./find-button";
import { HomeLink } from "./home-link";
import { MainNavigation } from "./main-navigation";
import classes from "./shell.module.css";
import { UserMenu } from "./user-menu";

export function Header() {
  const user = useSignedIn()?.user;
  const permissions = user?.permissions ?? [];
  const { Tool, open, close } = useTools();
  useShortcuts(shortcutsFor(permissions), open);
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <HomeLink />
        <MainNavigation permissions={permissions} />
        <FindButton onClick={() => open("find")} />
        {user && <UserMenu user={user} onShortcuts={() => open("help")} />}
      </div>
      {Tool && user && <Tool user={user} onOpen={open} onClose={close} />}
    </header>
  );
}
