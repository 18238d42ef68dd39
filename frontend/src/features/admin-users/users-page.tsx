/** Who is here, and whose account a second factor protects. */
import { Button, NativeSelect } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePermission } from "@/api/hooks";
import type { FactorState } from "@/api/types";
import { count } from "@/lib/duration";
import { Icon } from "@/ui/icons";
import { Done } from "@/ui/message";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { CreateDialog } from "./create-dialog";
import { users } from "./queries";
import { UserTable } from "./user-table";
import classes from "./users.module.css";
import { filterWords } from "./words";

export function UsersPage() {
  const { twoFactor } = useSearch({ from: "/signed-in/admin/users" });
  const query = useInfiniteQuery(users(twoFactor));
  const mayCreate = usePermission("users.write");
  const [creating, setCreating] = useState(false);
  const [added, setAdded] = useState<string>();
  const total = query.data?.pages[0]?.total;

  return (
    <Page
      title="Users"
      aside={
        mayCreate && (
          <Button onClick={() => setCreating(true)} leftSection={<Icon name="plus" size={18} />}>
            Add a user
          </Button>
        )
      }
    >
      <Done>{added && `${added} was added.`}</Done>
      <Section
        title={total === undefined ? "Everybody" : count(total, "user")}
        id="list"
        aside={<Filter value={twoFactor} />}
      >
        <QueryView query={query} rows={6}>
          {({ pages }) => {
            const items = pages.flatMap(({ items }) => items);
            if (items.length > 0) return <UserTable users={items} />;
            return <p className={classes.quiet}>Nobody's second factor is in this state.</p>;
          }}
        </QueryView>
        <MoreButton query={query} />
      </Section>
      {creating && (
        <CreateDialog
          onClose={(name) => {
            setCreating(false);
            setAdded(name);
          }}
        />
      )}
    </Page>
  );
}

function Filter({ value }: { value: FactorState | undefined }) {
  const navigate = useNavigate();
  const options = Object.entries(filterWords).map(([value, label]) => ({ value, label }));
  return (
    <NativeSelect
      label="2FA status"
      classNames={{ root: classes.filter }}
      data={[{ value: "", label: "All" }, ...options]}
      value={value ?? ""}
      onChange={(event) => {
        const twoFactor = (event.currentTarget.value || undefined) as FactorState | undefined;
        void navigate({ to: "/admin/users", search: { twoFactor }, replace: true });
      }}
    />
  );
}
