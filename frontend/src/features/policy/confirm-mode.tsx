/** Asks once more before a mode that everybody will notice. */
import { Button } from "@mantine/core";
import type { Mode } from "@/api/types";
import { Dialog, DialogActions } from "@/ui/dialog";
import { modeWords } from "./words";

interface Props {
  mode: Mode;
  onConfirm: () => void;
  onCancel: () => void;
}

export function ConfirmMode({ mode, onConfirm, onCancel }: Props) {
  const { title, question, consequence } = modeWords[mode];
  return (
    <Dialog title={question ?? title} onClose={onCancel}>
      <p>{consequence}</p>
      <DialogActions>
        <Button variant="default" onClick={onCancel} data-autofocus>
          Cancel
        </Button>
        <Button onClick={onConfirm}>{mode === "off" ? "Turn it off" : "Require it"}</Button>
      </DialogActions>
    </Dialog>
  );
}
