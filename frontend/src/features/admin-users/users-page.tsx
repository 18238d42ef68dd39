/** Who is here, and whose account a second factor protects. */
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { usePermission } from "@/api/hooks";
import { CreateButton } from "@/ui/create-button";
import { Done } from "@/ui/message";
import { Page } from "@/ui/page";
import { CreateDialog } from "./create-dialog";
import { filterOf } from "./filter";
import { UserList } from "./user-list";

export function UsersPage() {
  const filter = filterOf(useSearch({ from: "/signed-in/admin/users" }));
  const mayCreate = usePermission("users.write");
  const [creating, setCreating] = useState(false);
  const [added, setAdded] = useState<string>();

  return (
    <Page
      title="Users"
      aside={mayCreate && <CreateButton onClick={() => setCreating(true)}>Add a user</CreateButton>}
    >
      <Done>{added && `${added} was added.`}</Done>
      <UserList filter={filter} />
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
