/** Copies a text and says that it did. */
import { Button, type ButtonProps } from "@mantine/core";
import { useEffect, useState } from "react";
import { words } from "@/lib/words";
import classes from "./copy-button.module.css";
import { Icon } from "./icons";
import { ToolIcon } from "./tool-icons";

const say = words("ui");

const SHOWN_MS = 2500;

interface Props {
  text: string;
  label: string;
  size?: ButtonProps["size"];
  /** Tells one from the others beside it, for those who only hear it; begins with the label. */
  spoken?: string;
}

export function CopyButton({ text, label, size = "sm", spoken }: Props) {
  const [outcome, setOutcome] = useState<"copied" | "not-copied">();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy(): Promise<void> {
    try {
      // Absent outside secure contexts.
      await navigator.clipboard.writeText(text);
      setOutcome("copied");
    } catch {
      setOutcome("not-copied");
    }
  }

  return (
    <>
      <Button
        variant="default"
        size={size}
        aria-label={spoken}
        onClick={copy}
        leftSection={
          outcome === "copied" ? <Icon name="check" size={18} /> : <ToolIcon name="copy" size={18} />
        }
      >
        {label}
      </Button>
      <span role="status" className={classes.outcome}>
        {outcome && say(outcome)}
      </span>
    </>
  );
}
