/** Opens what makes something new: by the shortcut for it, too, which finds it by its mark. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ToolIcon } from "./tool-icons";

export function CreateButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button data-new onClick={onClick} leftSection={<ToolIcon name="plus" size={18} />}>
      {children}
    </Button>
  );
}
