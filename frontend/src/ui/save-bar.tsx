/** The end of a long form: saves it, or takes back what was changed, and tells what became of that. */

import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { Editing } from "@/api/editing";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { ActionButton } from "./action-button";
import { Alert, Done, Message, Reason } from "./message";
import classes from "./save-bar.module.css";

interface Props {
  editing: Editing;
  labels: { save: string; discard: string; unsaved: string; wrong: string; saved: string };
  /** Why it was not saved. */
  refusal: ReactNode;
}

export function SaveBar({ editing: { save, changed, valid, discard }, labels, refusal }: Props) {
  const saved = save.isSuccess && !changed;
  const told = save.isError || saved;
  return (
    <div className={classes.bar} data-stays={changed || told || undefined} data-told={told || undefined}>
      <Alert>{refusal}</Alert>
      <Done>{saved && labels.saved}</Done>
      <ActionButton type="submit" loading={save.isPending} disabled={!changed}>
        {labels.save}
      </ActionButton>
      {changed && (
        <>
          <Button variant="subtle" onClick={discard}>
            {labels.discard}
          </Button>
          <span className={classes.quiet}>{valid ? labels.unsaved : labels.wrong}</span>
        </>
      )}
    </div>
  );
}

/** `stale`: what to do where somebody else has saved meanwhile. */
export function SaveRefusal({ error, stale }: { error: unknown; stale: string }) {
  if (isRefusal(error, "stale_version")) return <Message tone="warn">{stale}</Message>;
  const told = describe(error);
  return told && <Reason told={told} />;
}
