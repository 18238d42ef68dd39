/** What the service wants this person to do, as banners with a link. */
import { Link, useLocation } from "@tanstack/react-router";
import { useSignedIn } from "@/api/hooks";
import type { Notice } from "@/api/types";
import { count } from "@/lib/duration";
import { Message } from "@/ui/message";
import { Deadline } from "@/ui/when";
import classes from "./shell.module.css";

const SET_UP = "/security/set-up";

export function Notices() {
  const all = useSignedIn()?.notices ?? [];
  const { pathname } = useLocation();
  // Nobody needs to be sent where they are.
  const notices = all.filter(
    (notice) => !(notice.code === "set_up_two_factor" && pathname.startsWith(SET_UP)),
  );
  if (notices.length === 0) return null;
  return (
    <aside className={classes.notices} aria-label="Notices">
      {notices.map((notice) => (
        <Message key={notice.code} tone={notice.severity === "warning" ? "warn" : "info"}>
          <Words notice={notice} />
        </Message>
      ))}
    </aside>
  );
}

function Words({ notice }: { notice: Notice }) {
  switch (notice.code) {
    case "account_frozen":
      return (
        <>
          Your account is frozen: somebody who got a mail about it said that it was not them. Nothing about it
          can be changed until an administrator lifts that.{" "}
          <Link to="/security" hash="activity">
            See what happened lately
          </Link>
          .
        </>
      );
    case "set_up_two_factor":
      return (
        <>
          Your account has no second factor. <Link to={SET_UP}>Set up two-factor authentication</Link>
          {notice.deadline && (
            <>
              {" "}
              by <Deadline at={notice.deadline} />
            </>
          )}
          .
        </>
      );
    case "set_up_other_factor":
      return (
        <>
          Your organization no longer accepts the second factor that you have.{" "}
          <Link to="/security" hash={notice.link.split("#")[1]}>
            Set up another one
          </Link>
          {notice.deadline && (
            <>
              {" "}
              by <Deadline at={notice.deadline} />
            </>
          )}
          .
        </>
      );
    case "renew_authenticator":
      return (
        <>
          An authenticator's key is old.{" "}
          <Link to="/security" hash="authenticators">
            Replace it with a new one
          </Link>
          ; it works until you do.
        </>
      );
    case "recovery_codes_low":
      return (
        <>
          You have {count(notice.remaining ?? 0, "recovery code")} left.{" "}
          <Link to="/security" hash="recovery-codes">
            Make new ones
          </Link>
          .
        </>
      );
  }
}
