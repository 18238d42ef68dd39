/** What can be done with one factor. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useFrozen } from "@/api/hooks";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions } from "@/ui/form";

const say = words("security");

interface Props {
  name: string;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
  /** What comes before that. */
  children?: ReactNode;
}

export function FactorActions({ name, removable, onRename, onRemove, children }: Props) {
  if (useFrozen()) return null;
  return (
    <Actions>
      {children}
      <Button variant="default" size="sm" onClick={onRename} aria-label={say("rename.named", { name })}>
        {say("rename")}
      </Button>
      {removable && (
        <ActionButton grave size="sm" onClick={onRemove} aria-label={say("remove.named", { name })}>
          {say("remove")}
        </ActionButton>
      )}
    </Actions>
  );
}
