/** Issues a temporary pass, and shows it once. */
import { NativeSelect } from "@mantine/core";
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import type { ListedUser } from "@/api/types";
import { lifetimeInWords, lifetimesUpTo, usualLifetime } from "@/lib/lifetimes";
import { words } from "@/lib/words";
import { FormDialog } from "@/ui/form-dialog";
import { useInsisted } from "@/ui/insisted";
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
    <FormDialog
      title={say("pass.title", { name })}
      intro={<p>{say(twoFactor.temporaryPass ? "pass.text-again" : "pass.text", { name })}</p>}
      action={say("pass.action")}
      refusal={fieldMessage(error, "reason") ? undefined : refusalInWords(error)}
      error={error}
      ready={reason.trim() !== ""}
      insisted={insisted}
      onSubmit={() => submit({ id, minutes, reason: reason.trim() })}
      busy={state.busy}
      onClose={close}
    >
      <NativeSelect
        data-autofocus
        label={say("pass.lifetime")}
        size="md"
        data={options.map((value) => ({ value: String(value), label: lifetimeInWords(value) }))}
        value={String(minutes)}
        onChange={(event) => setMinutes(Number(event.currentTarget.value))}
      />
      <ReasonField value={reason} onChange={setReason} error={error} insisted={insisted} />
    </FormDialog>
  );
}
