/** Everybody by the state of their second factor, each number with the list of whom it counts. */
import type { ReactNode } from "react";
import type { Overview } from "@/api/types";
import { percent } from "@/lib/chart";
import { asNumber, asPercent } from "@/lib/numbers";
import { words } from "@/lib/words";
import { Section } from "@/ui/page";
import { NextSteps } from "./next-steps";
import classes from "./overview.module.css";
import { protectedUsers, shareSentence } from "./story";
import { UsersLink } from "./users-link";

const say = words("overview");

export function Totals({ overview }: { overview: Overview }) {
  const { users, overdue } = overview;
  return (
    <Section title={say("today")}>
      <p className={classes.headline}>
        <strong className={classes.share}>{asPercent(percent(protectedUsers(overview), users.total))}</strong>{" "}
        {shareSentence(overview)}
      </p>
      <NextSteps overview={overview} />
      <dl className={classes.totals}>
        <Total name={<UsersLink>{say("total.all")}</UsersLink>} value={users.total} />
        <Total name={<UsersLink state="enabled">{say("total.enabled")}</UsersLink>} value={users.enabled} />
        <Total name={<UsersLink state="expired">{say("total.expired")}</UsersLink>} value={users.expired} />
        <Total
          name={<UsersLink state="notEnabled">{say("total.notEnabled")}</UsersLink>}
          value={users.notEnabled}
        />
        <Total name={<UsersLink state="overdue">{say("total.overdue")}</UsersLink>} value={overdue} />
        <Total
          name={<UsersLink account="suspended">{say("total.suspended")}</UsersLink>}
          value={users.suspended}
        />
      </dl>
    </Section>
  );
}

function Total({ name, value }: { name: ReactNode; value: number }) {
  return (
    <div className={classes.total}>
      <dt>{name}</dt>
      <dd>{asNumber(value)}</dd>
    </div>
  );
}
