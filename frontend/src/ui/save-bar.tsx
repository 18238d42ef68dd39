/** The end of a long form: saves it, or takes back what was changed. */
import { Button } from "@mantine/core";
import { ActionButton } from "./action-button";
import classes from "./save-bar.module.css";

interface Props {
  labels: { save: string; discard: string; unsaved: string };
  busy: boolean;
  changed: boolean;
  valid: boolean;
  onDiscard: () => void;
}

export function SaveBar({ labels, busy, changed, valid, onDiscard }: Props) {
  return (
    <div className={classes.bar} data-changed={changed || undefined}>
      <ActionButton type="submit" loading={busy} disabled={!changed || !valid}>
        {labels.save}
      </ActionButton>
      {changed && (
        <>
          <Button variant="subtle" onClick={onDiscard}>
            {labels.discard}
          </Button>
          <span className={classes.quiet}>{labels.unsaved}</span>
        </>
      )}
    </div>
  );
}
