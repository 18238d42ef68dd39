/** Imports people from another system: the file is checked first. */
import { Button } from "@mantine/core";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Progress } from "@/ui/progress";
import { ImportChoice } from "./import-choice";
import { ImportReport } from "./import-report";
import { importedInWords, people } from "./import-words";
import { useImport } from "./use-import";

export function ImportDialog({ onClose }: { onClose: (done?: string) => void }) {
  const { state, dispatch } = useImport();
  switch (state.step) {
    case "choosing":
      return (
        <ImportChoice
          why={state.why}
          onChosen={(file) => dispatch({ type: "chosen", file })}
          onClose={() => onClose()}
        />
      );
    case "checking":
    case "importing": {
      const title = state.step === "checking" ? `Checking ${state.file.name}` : "Importing";
      const lines = state.file.parts.reduce((sum, part) => sum + part.lines, 0);
      return (
        <Dialog title={title} onClose={() => undefined}>
          <Progress label={title} value={state.file.parts[state.done]?.before ?? 0} max={lines} />
          <p>Please leave this page open until it is finished.</p>
        </Dialog>
      );
    }
    case "checked":
      return (
        <ImportReport title={`What comes of ${state.file.name}`} {...state} onClose={() => onClose()}>
          <DialogActions>
            <Button variant="default" onClick={() => dispatch({ type: "again" })}>
              Take another file
            </Button>
            {state.result.imported > 0 && (
              <Button data-autofocus onClick={() => dispatch({ type: "confirmed" })}>
                Import {people(state.result.imported)}
              </Button>
            )}
          </DialogActions>
        </ImportReport>
      );
    case "imported": {
      const close = () => onClose(importedInWords(state.result));
      return (
        <ImportReport title="The import is finished" result={state.result} onClose={close}>
          <DialogActions>
            <Button data-autofocus onClick={close}>
              Close
            </Button>
          </DialogActions>
        </ImportReport>
      );
    }
  }
}
