/** One row for each organization. */
import { Button } from "@mantine/core";
import type { Organization } from "@/api/types";
import { count } from "@/lib/duration";
import { Cell, Table } from "@/ui/table";
import { When } from "@/ui/when";
import classes from "./organizations.module.css";

interface Props {
  organizations: Organization[];
  /** Absent where they are not for the caller to change. */
  onRename: ((organization: Organization) => void) | undefined;
}

export function OrganizationTable({ organizations, onRename }: Props) {
  const columns = ["Name", "Short name", "Users", "Created", ...(onRename ? ["Changes"] : [])];
  return (
    <Table caption="Organizations" columns={columns}>
      {organizations.map((organization) => (
        <tr key={organization.id}>
          <Cell label="Name">
            <span className={classes.name}>{organization.name}</span>
          </Cell>
          <Cell label="Short name">
            <code>{organization.slug}</code>
          </Cell>
          <Cell label="Users">{count(organization.users, "user")}</Cell>
          <Cell label="Created">
            <When at={organization.createdAt} dateOnly />
          </Cell>
          {onRename && (
            <Cell label="Changes">
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Rename ${organization.name}…`}
                onClick={() => onRename(organization)}
              >
                Rename…
              </Button>
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}
