/** Gives a factor another name. */
import { RenameDialog } from "@/ui/rename-dialog";
import { useChange } from "./changes";
import type { HeldFactor, Kind } from "./kinds";

interface Props {
  kind: Kind;
  factor: HeldFactor;
  onClose: (done?: string) => void;
}

export function RenameFactor({ kind, factor: { id, name }, onClose }: Props) {
  const { mutate, error, isPending } = useChange(kind.rename);
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
