/** One row for each role: what it permits, how many have it, and what can be done with it. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Role } from "@/api/types";
import { inOrder, permissionWords } from "@/lib/permission-words";
import { fromTheLeast, rolePurpose, roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import quiet from "@/ui/quiet.module.css";
import { Cell, Changes, Lines, Name, Row, Table } from "@/ui/table";
import classes from "./roles.module.css";

const say = words("roles");

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
  const columns = [say("role"), say("permissions"), say("users"), ...(orders ? [say("changes")] : [])];
  return (
    <Table caption={caption} columns={columns}>
      {fromTheLeast(roles).map((role) => (
        <Row key={role.name}>
          <Cell label={say("role")} head>
            <Name>{roleWords(role.name)}</Name>
            <div className={quiet.small}>{rolePurpose(role)}</div>
          </Cell>
          <Cell label={say("permissions")}>
            <Permissions role={role} />
          </Cell>
          <Cell label={say("users")}>
            {role.users === 0 ? (
              say("nobody")
            ) : (
              <Link to="/admin/users" search={{ role: role.name }} className={classes.count}>
                {say("people", { users: role.users })}
              </Link>
            )}
          </Cell>
          {orders && (
            <Cell label={say("changes")}>
              <Buttons role={role} {...orders} />
            </Cell>
          )}
        </Row>
      ))}
    </Table>
  );
}

function Permissions({ role: { permissions } }: { role: Role }) {
  if (permissions.length === 0) return <span className={quiet.small}>{say("no-permissions")}</span>;
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
        aria-label={say("change.spoken", { role: role.name })}
        onClick={() => onChange(role)}
      >
        {say("change")}
      </Button>
      <ActionButton
        grave
        size="compact-sm"
        aria-label={say("delete.spoken", { role: role.name })}
        onClick={() => onDelete(role)}
      >
        {say("delete")}
      </ActionButton>
    </Changes>
  );
}
