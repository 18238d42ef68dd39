/** One row for each person. */
import { Link } from "@tanstack/react-router";
import type { ListedUser } from "@/api/types";
import { roleWords } from "@/lib/role-words";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { TwoKeys } from "@/ui/two-keys";
import { When } from "@/ui/when";
import { FactorState } from "./factor-state";
import classes from "./users.module.css";
import { methodWords } from "./words";

export function UserTable({ users }: { users: ListedUser[] }) {
  return (
    <Table caption="Users" columns={["User", "Roles", "2FA status", "Recovery codes"]}>
      {users.map((user) => (
        <UserRow key={user.id} user={user} />
      ))}
    </Table>
  );
}

function UserRow({ user: { id, displayName, email, roles, suspended, twoFactor } }: { user: ListedUser }) {
  const { state, methods, enrolledAt, recoveryCodes } = twoFactor;
  return (
    <tr>
      <Cell label="User">
        <span className={classes.name}>
          <Link to="/admin/users/$id" params={{ id }}>
            {displayName}
          </Link>{" "}
          {state !== "notEnabled" && <TwoKeys />} {suspended && <Tag tone="bad">Suspended</Tag>}
        </span>
        <span className={classes.quiet}>{email}</span>
      </Cell>
      <Cell label="Roles">{roles.map(roleWords).join(", ")}</Cell>
      <Cell label="2FA status">
        <FactorState twoFactor={twoFactor} />
        {state !== "notEnabled" && (
          <div className={classes.quiet}>
            {methods.map((method) => methodWords[method]).join(", ")}
            {enrolledAt && (
              <>
                {" "}
                since <When at={enrolledAt} dateOnly />
              </>
            )}
          </div>
        )}
      </Cell>
      <Cell label="Recovery codes">
        {recoveryCodes.total === 0 ? (
          <span className={classes.quiet}>None</span>
        ) : (
          <>
            {recoveryCodes.remaining} of {recoveryCodes.total} left
            {recoveryCodes.generatedAt && (
              <div className={classes.quiet}>
                made <When at={recoveryCodes.generatedAt} dateOnly />
              </div>
            )}
          </>
        )}
      </Cell>
    </tr>
  );
}
