/** Gives an authenticator another name. */
import type { Authenticator } from "@/api/types";
import { RenameDialog } from "@/ui/rename-dialog";
import { renameAuthenticator, useChange } from "./changes";

interface Props {
  authenticator: Authenticator;
  onClose: (done?: string) => void;
}

export function RenameAuthenticator({ authenticator: { id, name }, onClose }: Props) {
  const { mutate, error, isPending } = useChange(renameAuthenticator);
  return (
    <RenameDialog
      name={name}
      maxLength={50}
      error={error}
      busy={isPending}
      onRename={(next) => mutate({ id, name: next }, { onSuccess: () => onClose("Renamed") })}
      onClose={() => onClose()}
    />
  );
}
