/** Resets a second factor: how the identity was checked, and why; then the code, once. */
import { Button } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { exactly } from "@/lib/duration";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { resetSecondFactor } from "./changes";
import { CodeSlip } from "./code-slip";
import { ResetFields, useResetDraft } from "./reset-fields";
import { useHandover } from "./use-handover";
import classes from "./user.module.css";
import { refusalInWords, resetOutcome } from "./words";

const say = words("admin-users-one");

interface Props {
  user: ListedUser;
  /** Whether the next sign-in has to show a code. */
  withCode: boolean;
  onClose: (done?: string) => void;
}

export function ResetDialog({ user: { id, displayName: name }, withCode, onClose }: Props) {
  const { draft, setDraft, terms, insisted } = useResetDraft();
  const { state, dispatch, submit, error } = useHandover(resetSecondFactor, (outcome) =>
    onClose(resetOutcome(outcome, name)),
  );
  if (state.step === "closed") return null;
  if (state.step === "shown") {
    const [title, lifetime] = [say("reset.slip", { name }), exactly(24, "hour")];
    return <CodeSlip title={title} name={name} lifetime={lifetime} shown={state} dispatch={dispatch} />;
  }

  const close = () => dispatch({ type: "closing" });
  return (
    <Dialog title={say("reset.title", { name })} onClose={close}>
      <Consequences name={name} withCode={withCode} />
      <Form
        error={error}
        ready={!!terms}
        insisted={insisted}
        onSubmit={() => terms && submit({ id, order: terms })}
      >
        <Failure message={fieldMessage(error, "reason") ? undefined : refusalInWords(error)} />
        <ResetFields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
        <DialogActions>
          <Button variant="default" onClick={() => close()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" color="red.9" loading={state.busy}>
            {say("reset.action")}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}

function Consequences({ name, withCode }: { name: string; withCode: boolean }) {
  return (
    <ul className={classes.points}>
      <li>{say("reset.deleted")}</li>
      <li>{say("reset.signed-out")}</li>
      <li>{say(withCode ? "reset.code" : "reset.no-code", { name })}</li>
    </ul>
  );
}
