/** The palette and the list of shortcuts: fetched when the browser has nothing to do, or somebody asks for them. */
import { type ComponentType, useEffect, useState } from "react";
import type { User } from "@/api/types";
import { withWords } from "@/lib/words";

export type ToolName = "find" | "help";

export interface ToolProps {
  user: User;
  onOpen: (tool: ToolName) => void;
  onClose: () => void;
}

const tools: Record<ToolName, () => Promise<ComponentType<ToolProps>>> = {
  find: () => withWords(import("./palette"), "shell", "tools").then(({ Palette }) => Palette),
  help: () =>
    withWords(import("./shortcuts-dialog"), "shell", "tools").then((module) => module.ShortcutsDialog),
};

export function useTools() {
  const [Tool, setTool] = useState<ComponentType<ToolProps>>();
  useEffect(() => {
    // Safari does not tell when it has time: there, it comes when it is asked for.
    const waiting = window.requestIdleCallback?.(() => tools.find().catch(() => undefined));
    return () => {
      if (waiting !== undefined) cancelIdleCallback(waiting);
    };
  }, []);
  return {
    Tool,
    open(tool: ToolName): void {
      // Where it cannot be had, the page goes on without it.
      tools[tool]().then(
        (fetched) => setTool(() => fetched),
        () => undefined,
      );
    },
    close: () => setTool(undefined),
  };
}
