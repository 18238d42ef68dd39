/** One row for each person. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedUser, UserOrder } from "@/api/types";
import { listed } from "@/lib/lists";
import { loginMethodsInWords } from "@/lib/login-method-words";
import { isOwnMethod, methodWords } from "@/lib/method-words";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import quiet from "@/ui/quiet.module.css";
import { Cell, type ColumnName, Row, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { When } from "@/ui/when";
import type { Column } from "./columns";
import { DueState } from "./due-state";
import { FactorState } from "./factor-state";
import { InvitationState } from "./invitation-state";
import { columnOrder } from "./order";
import classes from "./users.module.css";

const say = words("admin-users");

export interface UserTableProps {
  users: ListedUser[];
  shown: readonly Column[];
  order: UserOrder;
  onSort: (order: UserOrder) => void;
  /** What the address says of this list, for the way back to it. */
  list: Record<string, string>;
  /** What goes before somebody's name. */
  mark?: ((user: ListedUser) => ReactNode) | undefined;
}

export function UserTable({ users, shown, order, onSort, list, mark }: UserTableProps) {
  const columns = shown.filter((column) => column !== "email");
  const headOf = (column: "user" | Column): ColumnName => {
    const name = say(`column.${column}`);
    const own = columnOrder(column, order);
    return own ? { name, sorted: own.sorted, onSort: () => onSort(own.next) } : name;
  };
  return (
    <Table caption={say("title")} columns={["user" as const, ...columns].map(headOf)}>
      {users.map((user) => (
        <Row key={user.id}>
          <Cell label={say("column.user")} head>
            <div className={classes.person}>
              {mark?.(user)}
              <Person user={user} withEmail={shown.includes("email")} list={list} />
            </div>
          </Cell>
          {columns.map((column) => (
            <Cell key={column} label={say(`column.${column}`)}>
              {cells[column](user)}
            </Cell>
          ))}
        </Row>
      ))}
    </Table>
  );
}

/** What stands in each column but the first. */
const cells: Record<Exclude<Column, "email">, (user: ListedUser) => ReactNode> = {
  roles: ({ roles }) => listed(roles.map(roleWords)),
  login: ({ loginMethods }) => loginMethodsInWords(loginMethods),
  twoFactor: (user) => <Status user={user} />,
  codes: ({ twoFactor }) => <RecoveryCodes count={twoFactor.recoveryCodes} />,
  lastSignIn: ({ lastSignInAt }) => <LastSignIn at={lastSignInAt} />,
  deadline: ({ twoFactor: { deadline } }) => (deadline ? <When at={deadline} dateOnly /> : "—"),
  created: ({ createdAt }) => <When at={createdAt} dateOnly />,
};

function LastSignIn({ at }: { at: string | null }) {
  return at ? <When at={at} dateOnly /> : <span className={quiet.small}>{say("no-sign-in")}</span>;
}

interface PersonProps {
  user: ListedUser;
  withEmail: boolean;
  list: UserTableProps["list"];
}

function Person({ user, withEmail, list }: PersonProps) {
  const { id, displayName, email, suspended, frozen, twoFactor } = user;
  return (
    <div>
      <span className={classes.name}>
        <Link to="/admin/users/$id" params={{ id }} state={{ list }}>
          {displayName}
        </Link>{" "}
        {twoFactor.state !== "notEnabled" && <TwoKeys />}{" "}
        {suspended && <Tag tone="bad">{say("suspended")}</Tag>}{" "}
        {frozen && <Tag tone="warn">{say("frozen")}</Tag>}
      </span>
      {withEmail && <span className={quiet.small}>{email}</span>}
    </div>
  );
}

function Status({ user }: { user: ListedUser }) {
  if (!user.activated) return <InvitationState user={user} />;
  const { state, enrolledAt } = user.twoFactor;
  const methods = listed(user.twoFactor.methods.filter(isOwnMethod).map(methodWords));
  return (
    <>
      <span className={classes.tags}>
        <FactorState twoFactor={user.twoFactor} />
        <DueState user={user} />
      </span>
      {state !== "notEnabled" && (
        <div className={quiet.small}>
          {enrolledAt ? say.rich("since", { methods, when: <When at={enrolledAt} dateOnly /> }) : methods}
        </div>
      )}
    </>
  );
}

function RecoveryCodes({ count }: { count: ListedUser["twoFactor"]["recoveryCodes"] }) {
  const { total, remaining, generatedAt } = count;
  if (total === 0) return <span className={quiet.small}>{say("codes.none")}</span>;
  return (
    <>
      {say("codes", { remaining, total })}
      {generatedAt && (
        <div className={quiet.small}>
          {say.rich("codes.made", { when: <When at={generatedAt} dateOnly /> })}
        </div>
      )}
    </>
  );
}
