/** Gives a factor another name. */
import type { Factor } from "@/lib/factors";
import { words } from "@/lib/words";
import { RenameDialog } from "@/ui/rename-dialog";
import { useChange } from "./changes";
import { type HeldFactor, kinds } from "./kinds";

const say = words("security");

interface Props {
  of: Factor;
  factor: HeldFactor;
  onClose: (done?: string) => void;
}

export function RenameFactor({ of, factor: { id, name }, onClose }: Props) {
  const { mutate, error, isPending } = useChange(kinds[of].rename);
  return (
    <RenameDialog
      name={name}
      maxLength={50}
      error={error}
      busy={isPending}
      onRename={(next) => mutate({ id, name: next }, { onSuccess: () => onClose(say("rename.done")) })}
      onClose={() => onClose()}
    />
  );
}
