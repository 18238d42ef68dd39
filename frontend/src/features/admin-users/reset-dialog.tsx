/** Resets a second factor: how the identity was checked, and why; then the code, once. */
import { Button } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { resetSecondFactor } from "./changes";
import { CodeSlip } from "./code-slip";
import { ResetFields, useResetDraft } from "./reset-fields";
import { useHandover } from "./use-handover";
import classes from "./user.module.css";
import { refusalInWords, resetOutcomes } from "./words";

interface Props {
  user: ListedUser;
  /** Whether the next sign-in has to show a code. */
  withCode: boolean;
  onClose: (done?: string) => void;
}

export function ResetDialog({ user: { id, displayName: name }, withCode, onClose }: Props) {
  const { draft, setDraft, terms } = useResetDraft();
  const { state, dispatch, submit, error } = useHandover(resetSecondFactor, (outcome) =>
    onClose(resetOutcomes[outcome]?.(name)),
  );
  if (state.step === "closed") return null;
  if (state.step === "shown") {
    const title = `Reset code for ${name}`;
    return <CodeSlip title={title} name={name} lifetime="24 hours" shown={state} dispatch={dispatch} />;
  }

  const close = () => dispatch({ type: "closing" });
  return (
    <Dialog title={`Reset the second factor of ${name}?`} onClose={close}>
      <Consequences name={name} withCode={withCode} />
      <Form onSubmit={() => terms && submit({ id, order: terms })}>
        <Failure message={fieldMessage(error, "reason") ? undefined : refusalInWords(error)} />
        <ResetFields draft={draft} onChange={setDraft} error={error} />
        <DialogActions>
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red.9" loading={state.busy} disabled={!terms}>
            Reset
          </Button>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function Consequences({ name, withCode }: { name: string; withCode: boolean }) {
  return (
    <ul className={classes.points}>
      <li>Their authenticators, passkeys and recovery codes are deleted and cannot be brought back.</li>
      <li>They are signed out everywhere.</li>
      <li>
        {withCode
          ? `You get a code to read out to them: ${name} enters it at the next sign-in and sets up a new second factor.`
          : `${name} sets up a new second factor after the next sign-in, for which the password alone is enough.`}
      </li>
    </ul>
  );
}
