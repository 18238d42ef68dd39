/** Gives an organization another name; its short name stays, since addresses are made of it. */
import type { Organization } from "@/api/types";
import { words } from "@/lib/words";
import { RenameDialog } from "@/ui/rename-dialog";
import { renameOrganization, useOrganizationChange } from "./queries";

const say = words("organizations");

interface Props {
  organization: Organization;
  onClose: (done?: string) => void;
}

export function RenameOrganization({ organization: { id, name: before }, onClose }: Props) {
  const { mutate, error, isPending } = useOrganizationChange(renameOrganization);
  function rename(name: string): void {
    mutate({ id, name }, { onSuccess: () => onClose(say("rename.done", { before, name })) });
  }
  return (
    <RenameDialog name={before} error={error} busy={isPending} onRename={rename} onClose={() => onClose()} />
  );
}
