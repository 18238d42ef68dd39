/** One row for each person. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedUser } from "@/api/types";
import { listed } from "@/lib/lists";
import { loginMethodsInWords } from "@/lib/login-method-words";
import { methodWords } from "@/lib/method-words";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { When } from "@/ui/when";
import { DueState } from "./due-state";
import { FactorState } from "./factor-state";
import { InvitationState } from "./invitation-state";
import classes from "./users.module.css";

const say = words("admin-users");

interface Props {
  users: ListedUser[];
  /** What goes before somebody's name. */
  mark?: ((user: ListedUser) => ReactNode) | undefined;
}

export function UserTable({ users, mark }: Props) {
  const columns = {
    user: say("column.user"),
    roles: say("column.roles"),
    login: say("column.login"),
    twoFactor: say("column.two-factor"),
    codes: say("column.codes"),
  };
  return (
    <Table caption={say("title")} columns={Object.values(columns)}>
      {users.map((user) => (
        <tr key={user.id}>
          <Cell label={columns.user}>
            <div className={classes.person}>
              {mark?.(user)}
              <Person user={user} />
            </div>
          </Cell>
          <Cell label={columns.roles}>{listed(user.roles.map(roleWords))}</Cell>
          <Cell label={columns.login}>{loginMethodsInWords(user.loginMethods)}</Cell>
          <Cell label={columns.twoFactor}>
            <Status user={user} />
          </Cell>
          <Cell label={columns.codes}>
            <RecoveryCodes count={user.twoFactor.recoveryCodes} />
          </Cell>
        </tr>
      ))}
    </Table>
  );
}

function Person({ user: { id, displayName, email, suspended, frozen, twoFactor } }: { user: ListedUser }) {
  return (
    <div>
      <span className={classes.name}>
        <Link to="/admin/users/$id" params={{ id }}>
          {displayName}
        </Link>{" "}
        {twoFactor.state !== "notEnabled" && <TwoKeys />}{" "}
        {suspended && <Tag tone="bad">{say("suspended")}</Tag>}{" "}
        {frozen && <Tag tone="warn">{say("frozen")}</Tag>}
      </span>
      <span className={classes.quiet}>{email}</span>
    </div>
  );
}

function Status({ user }: { user: ListedUser }) {
  if (!user.activated) return <InvitationState user={user} />;
  const { state, enrolledAt } = user.twoFactor;
  const methods = listed(user.twoFactor.methods.map(methodWords));
  return (
    <>
      <span className={classes.tags}>
        <FactorState twoFactor={user.twoFactor} />
        <DueState user={user} />
      </span>
      {state !== "notEnabled" && (
        <div className={classes.quiet}>
          {enrolledAt ? say.rich("since", { methods, when: <When at={enrolledAt} dateOnly /> }) : methods}
        </div>
      )}
    </>
  );
}

function RecoveryCodes({ count }: { count: ListedUser["twoFactor"]["recoveryCodes"] }) {
  const { total, remaining, generatedAt } = count;
  if (total === 0) return <span className={classes.quiet}>{say("codes.none")}</span>;
  return (
    <>
      {say("codes", { remaining, total })}
      {generatedAt && (
        <div className={classes.quiet}>
          {say.rich("codes.made", { when: <When at={generatedAt} dateOnly /> })}
        </div>
      )}
    </>
  );
}
