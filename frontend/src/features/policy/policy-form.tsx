/** The rules, editable for those who may. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { Policy } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { LeaveGuard } from "@/ui/leave-guard";
import { Section } from "@/ui/page";
import { Choice } from "./choice";
import { ConfirmMode } from "./confirm-mode";
import { Numbers } from "./numbers";
import classes from "./policy.module.css";
import { Resets } from "./resets";
import { SaveOutcome } from "./save-outcome";
import { usePolicyEditor } from "./use-policy-editor";
import { modeWords } from "./words";

export function PolicyForm({ policy, editable }: { policy: Policy; editable: boolean }) {
  const { draft, save, changed, valid, edit, discard, submit } = usePolicyEditor(policy);
  const [confirming, setConfirming] = useState(false);
  const asks = draft.mode !== policy.mode && modeWords[draft.mode].question !== undefined;

  function attempt(): void {
    if (!changed || !valid) return;
    if (asks) setConfirming(true);
    else submit();
  }

  return (
    <Form onSubmit={attempt}>
      <LeaveGuard active={changed && !save.isPending} title="Leave without saving?">
        Your changes to the policy are not saved yet.
      </LeaveGuard>
      <Section title="Who needs a second factor">
        <Choice
          name="mode"
          legend="Mode"
          quiet
          words={modeWords}
          value={draft.mode}
          editable={editable}
          onChange={(mode) => edit({ mode })}
        />
      </Section>
      <Section title="Details">
        <Numbers draft={draft} error={save.error} editable={editable} onChange={edit} />
      </Section>
      <Section title="Resets and passes">
        <Resets draft={draft} error={save.error} editable={editable} onChange={edit} />
      </Section>
      <SaveOutcome error={save.error} saved={save.isSuccess && !changed} />
      {editable && (
        <div className={classes.bar}>
          <ActionButton type="submit" loading={save.isPending} disabled={!changed || !valid}>
            Save policy
          </ActionButton>
          {changed && (
            <>
              <Button variant="subtle" onClick={discard}>
                Discard changes
              </Button>
              <span className={classes.quiet}>Not saved yet</span>
            </>
          )}
        </div>
      )}
      {confirming && (
        <ConfirmMode
          mode={draft.mode}
          onCancel={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            submit();
          }}
        />
      )}
    </Form>
  );
}
