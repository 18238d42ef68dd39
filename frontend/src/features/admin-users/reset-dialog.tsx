/** Resets a second factor: how the identity was checked, and why; then the code, once. */
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { exactly } from "@/lib/duration";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
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
    <FormDialog
      title={say("reset.title", { name })}
      intro={<Consequences name={name} withCode={withCode} />}
      action={say("reset.action")}
      grave
      refusal={fieldMessage(error, "reason") ? undefined : refusalInWords(error)}
      error={error}
      ready={!!terms}
      insisted={insisted}
      onSubmit={() => terms && submit({ id, order: terms })}
      busy={state.busy}
      onClose={close}
    >
      <ResetFields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
    </FormDialog>
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
