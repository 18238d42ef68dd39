/** Everybody by the state of their second factor, each number with the list of whom it counts. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Overview, UserState } from "@/api/types";
import { percent } from "@/lib/chart";
import { Section } from "@/ui/page";
import classes from "./overview.module.css";
import { protectedUsers, shareSentence } from "./story";

export function Totals({ overview }: { overview: Overview }) {
  const { users, overdue } = overview;
  return (
    <Section title="Today">
      <p className={classes.headline}>
        <strong className={classes.share}>{percent(protectedUsers(overview), users.total)}%</strong>{" "}
        {shareSentence(overview)}
      </p>
      <dl className={classes.totals}>
        <Total name={<UsersLink>All users</UsersLink>} value={users.total} />
        <Total name={<UsersLink state="enabled">2FA on</UsersLink>} value={users.enabled} />
        <Total name={<UsersLink state="expired">2FA on, but a key is old</UsersLink>} value={users.expired} />
        <Total name={<UsersLink state="notEnabled">2FA off</UsersLink>} value={users.notEnabled} />
        <Total name={<UsersLink state="overdue">Overdue</UsersLink>} value={overdue} />
        <Total name="Suspended (not counted)" value={users.suspended} />
      </dl>
    </Section>
  );
}

function Total({ name, value }: { name: ReactNode; value: number }) {
  return (
    <div className={classes.total}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

export function UsersLink({ state, children }: { state?: UserState; children: ReactNode }) {
  return (
    <Link to="/admin/users" search={state ? { twoFactor: state } : {}}>
      {children}
    </Link>
  );
}
