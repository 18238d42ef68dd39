/** One row for each organization. */
import { Button } from "@mantine/core";
import { organizationIdOf } from "@/api/acting";
import { useActing, useSignedIn } from "@/api/hooks";
import type { Organization } from "@/api/types";
import { signInAddressOf } from "@/lib/sign-in-address";
import { words } from "@/lib/words";
import { Copyable } from "@/ui/copyable";
import { Cell, Row, Table } from "@/ui/table";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import classes from "./organizations.module.css";

const say = words("organizations");

const COLUMNS = ["name", "address", "users", "created", "actions"] as const;

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
  const columns = COLUMNS.filter((column) => orders || column !== "actions");
  return (
    <Table caption={say("title")} columns={columns.map((column) => say(`column.${column}`))}>
      {organizations.map((organization) => (
        <Row key={organization.id}>
          <Cell label={say("column.name")} head>
            <span className={classes.name}>{organization.name}</span>{" "}
            {organization.id === own && <Tag tone="quiet">{say("own")}</Tag>}
            {organization.id === administered && <Tag tone="warn">{say("administered")}</Tag>}
          </Cell>
          <Cell label={say("column.address")}>
            <Copyable
              text={signInAddressOf(organization.slug)}
              label={say("copy")}
              spoken={say("copy.of", { name: organization.name })}
              size="compact-sm"
            />
          </Cell>
          <Cell label={say("column.users")}>{say("users", { users: organization.users })}</Cell>
          <Cell label={say("column.created")}>
            <When at={organization.createdAt} dateOnly />
          </Cell>
          {orders && (
            <Cell label={say("column.actions")}>
              <Actions
                organization={organization}
                enterable={organization.id !== own && organization.id !== administered}
                {...orders}
              />
            </Cell>
          )}
        </Row>
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
        aria-label={say("rename.named", { name })}
        onClick={() => onRename(organization)}
      >
        {say("rename")}
      </Button>
      {enterable && (
        <Button
          variant="default"
          size="compact-sm"
          aria-label={say("administer.named", { name })}
          onClick={() => onAdminister(organization)}
        >
          {say("administer")}
        </Button>
      )}
    </span>
  );
}
