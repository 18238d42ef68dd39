/** One row for each role: what it permits, how many have it, and what can be done with it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Role } from "@/api/types";
import { count } from "@/lib/duration";
import { inOrder, permissionWords } from "@/lib/permission-words";
import { fromTheLeast, roleWords } from "@/lib/role-words";
import { Cell, Changes, Lines, Name, Table } from "@/ui/table";
import classes from "./roles.module.css";

interface Orders {
  onChange: (role: Role) => void;
  onDelete: (role: Role) => void;
}

interface Props {
  caption: string;
  roles: Role[];
  /** Absent where nothing is for the caller to change. */
  orders?: Orders | undefined;
}

export function RoleTable({ caption, roles, orders }: Props) {
  const columns = ["Role", "Permissions", "Users", ...(orders ? ["Changes"] : [])];
  return (
    <Table caption={caption} columns={columns}>
      {fromTheLeast(roles).map((role) => (
        <tr key={role.name}>
          <Cell label="Role">
            <Name>{roleWords(role.name)}</Name>
            <div className={classes.quiet}>{role.description}</div>
          </Cell>
          <Cell label="Permissions">
            <Permissions role={role} />
          </Cell>
          <Cell label="Users">
            {role.users === 0 ? (
              "Nobody"
            ) : (
              <Link to="/admin/users" search={{ role: role.name }} className={classes.count}>
                {count(role.users, "user")}
              </Link>
            )}
          </Cell>
          {orders && (
            <Cell label="Changes">
              <Buttons role={role} {...orders} />
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}

function Permissions({ role: { permissions } }: { role: Role }) {
  if (permissions.length === 0)
    return <span className={classes.quiet}>Nothing beyond their own account</span>;
  return (
    <Lines wide>
      {inOrder(permissions).map((permission) => (
        <li key={permission}>{permissionWords(permission)}</li>
      ))}
    </Lines>
  );
}

function Buttons({ role, onChange, onDelete }: { role: Role } & Orders) {
  return (
    <Changes>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Change ${role.name}…`}
        onClick={() => onChange(role)}
      >
        Change…
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Delete ${role.name}…`}
        onClick={() => onDelete(role)}
      >
        Delete…
      </Button>
    </Changes>
  );
}
