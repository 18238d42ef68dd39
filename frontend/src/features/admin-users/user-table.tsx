/** One row for each person. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { ListedUser } from "@/api/types";
import { loginMethodsInWords } from "@/lib/login-method-words";
import { methodWords } from "@/lib/method-words";
import { roleWords } from "@/lib/role-words";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { When } from "@/ui/when";
import { DueState } from "./due-state";
import { FactorState } from "./factor-state";
import { InvitationState } from "./invitation-state";
import classes from "./users.module.css";

interface Props {
  users: ListedUser[];
  /** What goes before somebody's name. */
  mark?: ((user: ListedUser) => ReactNode) | undefined;
}

export function UserTable({ users, mark }: Props) {
  return (
    <Table caption="Users" columns={["User", "Roles", "Login method", "2FA status", "Recovery codes"]}>
      {users.map((user) => (
        <tr key={user.id}>
          <Cell label="User">
            <div className={classes.person}>
              {mark?.(user)}
              <Person user={user} />
            </div>
          </Cell>
          <Cell label="Roles">{user.roles.map(roleWords).join(", ")}</Cell>
          <Cell label="Login method">{loginMethodsInWords(user.loginMethods)}</Cell>
          <Cell label="2FA status">
            <Status user={user} />
          </Cell>
          <Cell label="Recovery codes">
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
        {twoFactor.state !== "notEnabled" && <TwoKeys />} {suspended && <Tag tone="bad">Suspended</Tag>}{" "}
        {frozen && <Tag tone="warn">Frozen</Tag>}
      </span>
      <span className={classes.quiet}>{email}</span>
    </div>
  );
}

function Status({ user }: { user: ListedUser }) {
  if (!user.activated) return <InvitationState user={user} />;
  const { state, methods, enrolledAt } = user.twoFactor;
  return (
    <>
      <span className={classes.tags}>
        <FactorState twoFactor={user.twoFactor} />
        <DueState user={user} />
      </span>
      {state !== "notEnabled" && (
        <div className={classes.quiet}>
          {methods.map(methodWords).join(", ")}
          {enrolledAt && (
            <>
              {" "}
              since <When at={enrolledAt} dateOnly />
            </>
          )}
        </div>
      )}
    </>
  );
}

function RecoveryCodes({ count }: { count: ListedUser["twoFactor"]["recoveryCodes"] }) {
  const { total, remaining, generatedAt } = count;
  if (total === 0) return <span className={classes.quiet}>None</span>;
  return (
    <>
      {remaining} of {total} left
      {generatedAt && (
        <div className={classes.quiet}>
          made <When at={generatedAt} dateOnly />
        </div>
      )}
    </>
  );
}
