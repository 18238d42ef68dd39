/** Issues a temporary pass, and shows it once. */
import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { lifetimeInWords, lifetimesUpTo, usualLifetime } from "@/lib/lifetimes";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { issuePass } from "./changes";
import { CodeSlip } from "./code-slip";
import { ReasonField } from "./reason-field";
import { useHandover } from "./use-handover";
import { passOutcome, refusalInWords } from "./words";

const say = words("admin-users-one");

interface Props {
  user: ListedUser;
  maxMinutes: number;
  onClose: (done?: string) => void;
}

export function PassDialog({ user, maxMinutes, onClose }: Props) {
  const { id, displayName: name, twoFactor } = user;
  const [minutes, setMinutes] = useState(usualLifetime(maxMinutes));
  const [reason, setReason] = useState("");
  const insisted = useInsisted();
  const { state, dispatch, submit, error } = useHandover(issuePass, (outcome) =>
    onClose(passOutcome(outcome, name)),
  );
  if (state.step === "closed") return null;
  if (state.step === "shown") {
    const [title, lifetime] = [say("pass.slip", { name }), lifetimeInWords(minutes)];
    return <CodeSlip title={title} name={name} lifetime={lifetime} shown={state} dispatch={dispatch} />;
  }

  const close = () => dispatch({ type: "closing" });
  const options = lifetimesUpTo(maxMinutes);
  return (
    <Dialog title={say("pass.title", { name })} onClose={close}>
      <p>{say(twoFactor.temporaryPass ? "pass.text-again" : "pass.text", { name })}</p>
      <Form
        error={error}
        ready={reason.trim() !== ""}
        insisted={insisted}
        onSubmit={() => submit({ id, minutes, reason: reason.trim() })}
      >
        <Failure message={fieldMessage(error, "reason") ? undefined : refusalInWords(error)} />
        <NativeSelect
          data-autofocus
          label={say("pass.lifetime")}
          size="md"
          data={options.map((value) => ({ value: String(value), label: lifetimeInWords(value) }))}
          value={String(minutes)}
          onChange={(event) => setMinutes(Number(event.currentTarget.value))}
        />
        <ReasonField value={reason} onChange={setReason} error={error} insisted={insisted} />
        <DialogActions>
          <Button variant="default" onClick={() => close()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" loading={state.busy}>
            {say("pass.action")}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
