/** Imports people from another system: the file is checked first. */
import { Button } from "@mantine/core";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { LeaveGuard } from "@/ui/leave-guard";
import { Progress } from "@/ui/progress";
import { ImportChoice } from "./import-choice";
import { ImportReport } from "./import-report";
import { importedInWords } from "./import-words";
import { useImport } from "./use-import";

const say = words("admin-users-new");
const sayOfList = words("admin-users");

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
      const title =
        state.step === "checking" ? say("import.checking", { file: state.file.name }) : say("import.running");
      const lines = state.file.parts.reduce((sum, part) => sum + part.lines, 0);
      return (
        <>
          <LeaveGuard active title={sayOfList("running.leave")}>
            {say(state.step === "checking" ? "import.loss-checking" : "import.loss")}
          </LeaveGuard>
          <Dialog title={title} onClose={() => undefined}>
            <Progress label={title} value={state.file.parts[state.done]?.before ?? 0} max={lines} />
            <p>{say("import.stay")}</p>
          </Dialog>
        </>
      );
    }
    case "checked":
      return (
        <ImportReport
          title={say("import.checked", { file: state.file.name })}
          {...state}
          onClose={() => onClose()}
        >
          <DialogActions>
            <Button variant="default" onClick={() => dispatch({ type: "again" })}>
              {say("import.again")}
            </Button>
            {state.result.imported > 0 && (
              <Button data-autofocus onClick={() => dispatch({ type: "confirmed" })}>
                {say("import.action", { count: state.result.imported })}
              </Button>
            )}
          </DialogActions>
        </ImportReport>
      );
    case "imported": {
      const close = () => onClose(importedInWords(state.result));
      return (
        <ImportReport title={say("import.finished")} result={state.result} onClose={close}>
          <DialogActions>
            <Button data-autofocus onClick={() => close()}>
              {say("close")}
            </Button>
          </DialogActions>
        </ImportReport>
      );
    }
  }
}
