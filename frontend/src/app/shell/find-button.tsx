/** Opens the palette for whoever has no keyboard at hand, or does not know the keys yet. */
import { words } from "@/lib/words";
import { ToolIcon } from "@/ui/tool-icons";
import classes from "./shell.module.css";

const say = words("shell");

export function FindButton({ onClick }: { onClick: () => void }) {
  const name = say("find");
  return (
    <button
      type="button"
      className={classes.find}
      aria-label={name}
      aria-keyshortcuts="Control+K Meta+K"
      title={name}
      onClick={onClick}
    >
      <ToolIcon name="search" />
    </button>
  );
}
