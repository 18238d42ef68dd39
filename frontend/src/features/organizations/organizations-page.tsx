/** The organizations that share this installation. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { acting } from "@/api/client";
import { usePermission } from "@/api/hooks";
import type { Organization } from "@/api/types";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { MoreButton } from "@/ui/more-button";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { CreateDialog } from "./create-dialog";
import { OrganizationTable } from "./organization-table";
import { organizations } from "./queries";
import { RenameOrganization } from "./rename-organization";

const say = words("organizations");

export function OrganizationsPage() {
  const query = useInfiniteQuery(organizations);
  const mayWrite = usePermission("organizations.write");
  const { open, setOpen, done, close } = useLinkedDialog<"create", Organization>(mayWrite ? ["create"] : []);
  const navigate = useNavigate();

  function administer(organization: Organization): void {
    acting.enter(organization);
    void navigate({ to: "/overview" });
  }

  return (
    <Page
      title={say("title")}
      intro={say("title.intro")}
      aside={mayWrite && <CreateButton onClick={() => setOpen("create")}>{say("create")}</CreateButton>}
    >
      <Outcome>{done}</Outcome>
      <Section title={say("all")}>
        <QueryView query={query} rows={4}>
          {(items) =>
            items.length > 0 ? (
              <OrganizationTable
                organizations={items}
                orders={mayWrite ? { onAdminister: administer, onRename: setOpen } : undefined}
              />
            ) : (
              <Empty>{say("all.none")}</Empty>
            )
          }
        </QueryView>
        <MoreButton query={query} />
      </Section>
      {open === "create" && <CreateDialog onClose={close} />}
      {typeof open === "object" && <RenameOrganization organization={open} onClose={close} />}
    </Page>
  );
}
