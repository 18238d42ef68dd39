/** The organizations that share this installation. */
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { acting } from "@/api/client";
import { usePermission } from "@/api/hooks";
import type { Organization } from "@/api/types";
import { Icon } from "@/ui/icons";
import { Done } from "@/ui/message";
import { MoreButton } from "@/ui/more-button";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { CreateDialog } from "./create-dialog";
import { OrganizationTable } from "./organization-table";
import { organizations } from "./queries";
import { RenameDialog } from "./rename-dialog";

export function OrganizationsPage() {
  const query = useInfiniteQuery(organizations);
  const mayWrite = usePermission("organizations.write");
  const [open, setOpen] = useState<"create" | Organization>();
  const [done, setDone] = useState<string>();
  const navigate = useNavigate();

  function close(words?: string): void {
    setOpen(undefined);
    setDone(words);
  }

  function administer(organization: Organization): void {
    acting.enter(organization);
    void navigate({ to: "/overview" });
  }

  return (
    <Page
      title="Organizations"
      intro="Each has its own users, roles, policy and audit log, and sees nothing of the others."
      aside={
        mayWrite && (
          <Button onClick={() => setOpen("create")} leftSection={<Icon name="plus" size={18} />}>
            Create an organization
          </Button>
        )
      }
    >
      <Done>{done}</Done>
      <Section title="All organizations">
        <QueryView query={query} rows={4}>
          {({ pages }) => {
            const items = pages.flatMap(({ items }) => items);
            return items.length > 0 ? (
              <OrganizationTable
                organizations={items}
                orders={mayWrite ? { onAdminister: administer, onRename: setOpen } : undefined}
              />
            ) : (
              <Empty>There are none yet.</Empty>
            );
          }}
        </QueryView>
        <MoreButton query={query} />
      </Section>
      {open === "create" && <CreateDialog onClose={close} />}
      {open && open !== "create" && <RenameDialog organization={open} onClose={close} />}
    </Page>
  );
}
