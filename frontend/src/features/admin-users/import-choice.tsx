/** Which file is to be imported. */
import { useRef, useState } from "react";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { FileField } from "@/ui/file-field";
import { FormDialog } from "@/ui/form-dialog";
import type { ImportFile } from "./import";
import example from "./import-example.jsonl?raw";
import { partsOf } from "./import-parts";

const say = words("admin-users-new");

interface Props {
  why: unknown;
  onChosen: (file: ImportFile) => void;
  onClose: () => void;
}

export function ImportChoice({ why, onChosen, onClose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [objection, setObjection] = useState<string>();

  async function submit(): Promise<void> {
    const file = input.current?.files?.[0];
    if (!file) return setObjection(say("import.no-file"));
    // It may have been moved or changed since.
    const text = await file.text().catch(() => undefined);
    if (text === undefined) return setObjection(say("import.unreadable"));
    const parts = partsOf(text);
    if (parts.length === 0) return setObjection(say("import.empty"));
    onChosen({ name: file.name, parts });
  }

  return (
    <FormDialog
      title={say("import")}
      intro={
        <p>
          {say("import.about")}{" "}
          <a
            href={`data:application/x-ndjson;charset=utf-8,${encodeURIComponent(example)}`}
            download="people.jsonl"
          >
            {say("import.example")}
          </a>
        </p>
      }
      action={say("import.check")}
      refusal={describe(why)}
      error={objection ?? why}
      onSubmit={() => void submit()}
      onClose={() => onClose()}
    >
      <FileField
        ref={input}
        label={say("import.file")}
        accept=".jsonl,.ndjson,.json,.txt"
        data-autofocus
        error={objection}
        onChange={() => setObjection(undefined)}
      />
    </FormDialog>
  );
}
