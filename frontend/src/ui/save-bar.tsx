/** The end of a long form: saves it, or takes back what was changed, and tells what became of that. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { ActionButton } from "./action-button";
import classes from "./save-bar.module.css";

interface Props {
  labels: { save: string; discard: string; unsaved: string; wrong: string };
  busy: boolean;
  changed: boolean;
  valid: boolean;
  onDiscard: () => void;
  /** Whether the outcome has something to say. */
  told: boolean;
  outcome: ReactNode;
}

export function SaveBar({ labels, busy, changed, valid, onDiscard, told, outcome }: Props) {
  return (
    <div className={classes.bar} data-stays={changed || told || undefined} data-told={told || undefined}>
      {outcome}
      <ActionButton type="submit" loading={busy} disabled={!changed}>
        {labels.save}
      </ActionButton>
      {changed && (
        <>
          <Button variant="subtle" onClick={onDiscard}>
            {labels.discard}
          </Button>
          <span className={classes.quiet}>{valid ? labels.unsaved : labels.wrong}</span>
        </>
      )}
    </div>
  );
}
