/** Who is here, and whose account a second factor protects. */

import { Button } from "@mantine/core";
import { useLocation, useSearch } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import { useLinkedDialog } from "@/lib/use-linked-dialog";
import { words } from "@/lib/words";
import { CreateButton } from "@/ui/create-button";
import { Actions } from "@/ui/form";
import { Outcome } from "@/ui/outcome";
import { Page } from "@/ui/page";
import { CreateDialog } from "./create-dialog";
import { filterOf } from "./filter";
import { ImportDialog } from "./import-dialog";
import { InviteDialog } from "./invite-dialog";
import { orderOf } from "./order";
import { UserList } from "./user-list";

const say = words("admin-users");

const DIALOGS = ["invite", "create", "import"] as const;

export function UsersPage() {
  const search = useSearch({ from: "/signed-in/admin/users" });
  const mayInvite = usePermission("users.write");
  const { done: doneElsewhere } = useLocation().state;
  const { open, setOpen, done = doneElsewhere, close } = useLinkedDialog(mayInvite ? DIALOGS : []);

  return (
    <Page
      title={say("title")}
      aside={
        mayInvite && (
          <Actions>
            <Button variant="default" onClick={() => setOpen("import")}>
              {say("title.import")}
            </Button>
            <CreateButton onClick={() => setOpen("invite")}>{say("title.invite")}</CreateButton>
          </Actions>
        )
      }
    >
      <Outcome>{done}</Outcome>
      <UserList filter={filterOf(search)} order={orderOf(search.sort)} />
      {open === "invite" && <InviteDialog onWithPassword={() => setOpen("create")} onClose={close} />}
      {open === "import" && <ImportDialog onClose={close} />}
      {open === "create" && <CreateDialog onClose={close} />}
    </Page>
  );
}
