/** Which file is to be imported. */
import { Button } from "@mantine/core";
import { useId, useRef, useState } from "react";
import { describe } from "@/api/messages";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import type { ImportFile } from "./import";
import classes from "./import.module.css";
import { partsOf } from "./import-parts";

interface Props {
  why: unknown;
  onChosen: (file: ImportFile) => void;
  onClose: () => void;
}

export function ImportChoice({ why, onChosen, onClose }: Props) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [objection, setObjection] = useState<string>();

  async function submit(): Promise<void> {
    const file = input.current?.files?.[0];
    if (!file) return setObjection("Choose a file first.");
    const parts = partsOf(await file.text());
    if (parts.length === 0) return setObjection("There is nothing in this file.");
    onChosen({ name: file.name, parts });
  }

  return (
    <Dialog title="Import people" onClose={onClose}>
      <Form error={objection ?? why} onSubmit={() => void submit()}>
        <p>
          From a file of JSON Lines, one person in each line, with the password hash, the authenticators and
          the recovery codes that they had elsewhere. Nobody has to enroll again, and nobody gets a mail.
        </p>
        <Failure message={describe(why)} />
        <div>
          <label className={classes.label} htmlFor={id}>
            File
          </label>
          <input
            ref={input}
            id={id}
            className={classes.file}
            type="file"
            accept=".jsonl,.ndjson,.json,.txt"
            data-autofocus
            aria-invalid={objection ? true : undefined}
            aria-describedby={objection ? `${id}-objection` : undefined}
            onChange={() => setObjection(undefined)}
          />
          {objection && (
            <p id={`${id}-objection`} className={classes.objection}>
              {objection}
            </p>
          )}
        </div>
        <DialogActions>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Check the file</Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
