/** One row for each organization. */
import { Button } from "@mantine/core";
import { organizationIdOf } from "@/api/acting";
import { useActing, useSignedIn } from "@/api/hooks";
import type { Organization } from "@/api/types";
import { count } from "@/lib/duration";
import { Cell, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import classes from "./organizations.module.css";

interface Orders {
  onAdminister: (organization: Organization) => void;
  onRename: (organization: Organization) => void;
}

interface Props {
  organizations: Organization[];
  /** Absent where they are not for the caller to change. */
  orders: Orders | undefined;
}

export function OrganizationTable({ organizations, orders }: Props) {
  const own = useSignedIn()?.user.organizationId;
  const administered = organizationIdOf(useActing());
  const columns = ["Name", "Short name", "Users", "Created", ...(orders ? ["Actions"] : [])];
  return (
    <Table caption="Organizations" columns={columns}>
      {organizations.map((organization) => (
        <tr key={organization.id}>
          <Cell label="Name">
            <span className={classes.name}>{organization.name}</span>{" "}
            {organization.id === own && <Tag tone="quiet">Your own</Tag>}
            {organization.id === administered && <Tag tone="warn">You administer it now</Tag>}
          </Cell>
          <Cell label="Short name">
            <code>{organization.slug}</code>
          </Cell>
          <Cell label="Users">{count(organization.users, "user")}</Cell>
          <Cell label="Created">
            <When at={organization.createdAt} dateOnly />
          </Cell>
          {orders && (
            <Cell label="Actions">
              <Actions
                organization={organization}
                enterable={organization.id !== own && organization.id !== administered}
                {...orders}
              />
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  );
}

interface ActionsProps extends Orders {
  organization: Organization;
  enterable: boolean;
}

function Actions({ organization, enterable, onAdminister, onRename }: ActionsProps) {
  const { name } = organization;
  return (
    <span className={classes.actions}>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={`Rename ${name}…`}
        onClick={() => onRename(organization)}
      >
        Rename…
      </Button>
      {enterable && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={`Administer ${name}`}
          onClick={() => onAdminister(organization)}
        >
          Administer
        </Button>
      )}
    </span>
  );
}
