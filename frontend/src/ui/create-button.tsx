/** Opens what makes something new. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ToolIcon } from "./tool-icons";

export function CreateButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button onClick={onClick} leftSection={<ToolIcon name="plus" size={18} />}>
      {children}
    </Button>
  );
}
