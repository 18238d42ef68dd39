/** What the service wants this person to do, as banners with a link. */

import { Link, useLocation } from "@tanstack/react-router";
import { useFrozen, useSignedIn } from "@/api/hooks";
import type { Notice } from "@/api/types";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import { Deadline } from "@/ui/when";
import classes from "./shell.module.css";

const say = words("shell");

const SET_UP = "/security/set-up";

/** Where they say it themselves: My security with what is asked and by when, and the set-up. */
const saysItself = (path: string) => path === "/security" || path.startsWith(SET_UP);

export function Notices() {
  const all = useSignedIn()?.notices ?? [];
  const { pathname } = useLocation();
  const frozen = useFrozen();
  const notices = all.filter(({ code }) =>
    // What every other one asks for is refused then.
    frozen ? code === "account_frozen" : !(code === "set_up_two_factor" && saysItself(pathname)),
  );
  if (notices.length === 0) return null;
  return (
    <aside className={classes.notices} aria-label={say("notices")}>
      {notices.map((notice) => (
        <Message key={notice.code} tone={notice.severity === "warning" ? "warn" : "info"}>
          <Words notice={notice} />
        </Message>
      ))}
    </aside>
  );
}

function Words({ notice }: { notice: Notice }) {
  const deadline = notice.deadline && <Deadline at={notice.deadline} />;
  switch (notice.code) {
    case "account_frozen":
      return say.rich(notice.code, { link: <Link to="/security" hash="activity" /> });
    case "set_up_two_factor": {
      const link = <Link to={SET_UP} />;
      return deadline ? say.rich(`${notice.code}.by`, { link, deadline }) : say.rich(notice.code, { link });
    }
    case "set_up_other_factor": {
      const link = <Link to="/security" hash={notice.link.split("#")[1]} />;
      return deadline ? say.rich(`${notice.code}.by`, { link, deadline }) : say.rich(notice.code, { link });
    }
    case "renew_authenticator":
      return say.rich(notice.code, { link: <Link to="/security" hash="authenticators" /> });
    case "recovery_codes_low":
      return say.rich(notice.code, {
        remaining: notice.remaining ?? 0,
        link: <Link to="/security" hash="recovery-codes" />,
      });
  }
}
