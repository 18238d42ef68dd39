/** What is asked for, and of whom: many have several accounts, and an app shows a code for each. */

import { words } from "@/lib/words";
import { PageTitle } from "@/ui/page-title";
import classes from "./challenge.module.css";

const say = words("challenge");

interface Props {
  /** Unknown to this page after single sign-on. */
  email: string | undefined;
}

export function Heading({ email }: Props) {
  return (
    <div className={classes.heading}>
      <PageTitle>{say("title")}</PageTitle>
      {email && <p className={classes.whose}>{say.rich("whose", { email, address: <strong /> })}</p>}
    </div>
  );
}
