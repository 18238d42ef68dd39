/** What can be done with one factor. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Actions } from "@/ui/form";

interface Props {
  name: string;
  removable: boolean;
  onRename: () => void;
  onRemove: () => void;
  /** What comes before that. */
  children?: ReactNode;
}

export function FactorActions({ name, removable, onRename, onRemove, children }: Props) {
  return (
    <Actions>
      {children}
      <Button variant="default" size="sm" onClick={onRename} aria-label={`Rename ${name}`}>
        Rename
      </Button>
      {removable && (
        <Button variant="default" size="sm" onClick={onRemove} aria-label={`Remove ${name}`}>
          Remove
        </Button>
      )}
    </Actions>
  );
}
