/** What is to be done next, with the way there. */
import type { Overview } from "@/api/types";
import { dayInWords } from "@/lib/moments";
import { words } from "@/lib/words";
import { nextSteps, type Step } from "./next";
import classes from "./overview.module.css";
import { PolicyLink } from "./policy-link";
import { UsersLink } from "./users-link";

const say = words("overview");

export function NextSteps({ overview }: { overview: Overview }) {
  return (
    <p className={classes.next}>
      {nextSteps(overview).map((step) => (
        <span key={step.kind}>{inWords(step)} </span>
      ))}
    </p>
  );
}

function inWords(step: Step) {
  switch (step.kind) {
    case "overdue":
      return say.rich("next.overdue", { users: step.users, link: <UsersLink state="overdue" /> });
    case "deadline": {
      const { users, date } = step;
      return say.rich("next.deadline", {
        users,
        date: dayInWords(date),
        link: <UsersLink state="inGrace" />,
      });
    }
    case "require":
      return say.rich("next.require", { users: step.users, link: <PolicyLink /> });
    case "renew":
      return say.rich("next.renew", { users: step.users, link: <UsersLink state="expired" /> });
    case "invited":
      return say.rich("next.invited", { users: step.users, link: <UsersLink account="invited" /> });
    case "nothing":
      return say("next.nothing");
  }
}
