/** What people may do here: the roles, those of every organization and those of this one. */
import { useQuery } from "@tanstack/react-query";
import { usePermission } from "@/api/hooks";
import { roles } from "@/api/queries";
import type { Role } from "@/api/types";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { Outcome } from "@/ui/outcome";
import { Page, Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { Empty } from "@/ui/states";
import { DeleteDialog } from "./delete-dialog";
import { RoleDialog } from "./role-dialog";
import { RoleTable } from "./role-table";

const say = words("roles");

type Open = { kind: "change" | "delete"; role: Role };

export function RolesPage() {
  const query = useQuery(roles);
  const mayWrite = usePermission("roles.write");
  const { open, setOpen, done, close } = useLinkedDialog<"create", Open>(mayWrite ? ["create"] : []);

  return (
    <Page
      title={say("title")}
      intro={say("intro")}
      aside={mayWrite && <CreateButton onClick={() => setOpen("create")}>{say("create")}</CreateButton>}
    >
      <Outcome>{done}</Outcome>
      <QueryView query={query} rows={8}>
        {({ items }) => {
          const own = items.filter(({ builtIn }) => !builtIn);
          const orders = mayWrite && {
            onChange: (role: Role) => setOpen({ kind: "change", role }),
            onDelete: (role: Role) => setOpen({ kind: "delete", role }),
          };
          return (
            <>
              <Section title={say("built-in")}>
                <RoleTable caption={say("built-in")} roles={items.filter(({ builtIn }) => builtIn)} />
              </Section>
              <Section title={say("own")} id="own">
                {own.length > 0 ? (
                  <RoleTable caption={say("own")} roles={own} orders={orders || undefined} />
                ) : (
                  <Empty>{say("no-own")}</Empty>
                )}
              </Section>
            </>
          );
        }}
      </QueryView>
      {open === "create" && <RoleDialog onClose={close} />}
      {typeof open === "object" && <Change {...open} onClose={close} />}
    </Page>
  );
}

function Change({ kind, ...change }: Open & { onClose: (done?: string) => void }) {
  return kind === "change" ? <RoleDialog {...change} /> : <DeleteDialog {...change} />;
}
