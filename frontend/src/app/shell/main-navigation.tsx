/** Where one can go from everywhere: in one row, and what would make a second one behind "More". */
import { Popover, UnstyledButton } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import type { Permission } from "@/api/types";
import { words } from "@/lib/words";
import { ToolIcon } from "@/ui/tool-icons";
import { layOut, type NavigationPage } from "./navigation";
import classes from "./shell.module.css";

const say = words("shell");

export function MainNavigation({ permissions }: { permissions: readonly Permission[] }) {
  const { row, more } = layOut(permissions);
  return (
    <nav className={classes.nav} aria-label={say("main")}>
      <ul>
        {row.map(({ to, name }) => (
          <li key={to}>
            <Link to={to} className={classes.link} activeOptions={{ includeSearch: false }}>
              {say(name)}
            </Link>
          </li>
        ))}
        {more.length > 0 && <More pages={more} />}
      </ul>
    </nav>
  );
}

/** A disclosure, not a menu: what is behind it are links, and stay so. */
function More({ pages }: { pages: readonly NavigationPage[] }) {
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { pathname } = useLocation();
  const here = pages.some(({ to }) => `${pathname}/`.startsWith(`${to}/`));

  function leave({ currentTarget, relatedTarget }: FocusEvent): void {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) setOpened(false);
  }

  function closeOnEscape({ key }: KeyboardEvent): void {
    if (key !== "Escape" || !opened) return;
    setOpened(false);
    button.current?.focus();
  }

  return (
    <li onBlur={leave} onKeyDown={closeOnEscape}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        withinPortal={false}
        withRoles={false}
        closeOnEscape={false}
      >
        <Popover.Target>
          <UnstyledButton
            ref={button}
            className={classes.link}
            aria-expanded={opened}
            data-here={here || undefined}
            onClick={() => setOpened(!opened)}
          >
            {say("more")}
            <ToolIcon name="chevron" size={16} />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className={classes.more}>
          <ul>
            {pages.map(({ to, name }) => (
              <li key={to}>
                <Link to={to} activeOptions={{ includeSearch: false }} onClick={() => setOpened(false)}>
                  {say(name)}
                </Link>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </li>
  );
}
