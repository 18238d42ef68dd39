/** The rules, editable for those who may, beside what they do to people. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Policy } from "@/api/types";
import { ActionButton } from "@/ui/action-button";
import { Form } from "@/ui/form";
import { LeaveGuard } from "@/ui/leave-guard";
import { Done } from "@/ui/message";
import { Section } from "@/ui/page";
import { Choice } from "./choice";
import type { Edits } from "./draft";
import { Methods } from "./methods";
import { NewAuthenticators } from "./new-authenticators";
import { Numbers } from "./numbers";
import classes from "./policy.module.css";
import { Presets } from "./presets";
import { PREVIEW, Preview } from "./preview";
import { Resets } from "./resets";
import { ReviewDialog } from "./review-dialog";
import { Rollout } from "./rollout";
import { SaveOutcome } from "./save-outcome";
import { usePolicyEditor } from "./use-policy-editor";
import { loginStyleWords, modeWords, ssoWords } from "./words";

export function PolicyForm({ policy, editable }: { policy: Policy; editable: boolean }) {
  const { draft, save, changed, valid, edit, discard, arrange, submit } = usePolicyEditor(policy);
  const [reviewing, setReviewing] = useState(false);
  const [filled, setFilled] = useState<{ title: string }>();
  const parts = { draft, error: save.error, editable, onChange: change };

  useEffect(() => {
    // The answer to "fill it in" is what that would do.
    if (filled) document.getElementById(`${PREVIEW}-title`)?.focus();
  }, [filled]);

  function change(edits: Edits): void {
    setFilled(undefined);
    edit(edits);
  }

  function review(): void {
    if (!changed || !valid) return;
    arrange();
    setReviewing(true);
  }

  return (
    <div className={editable ? classes.columns : undefined}>
      <div className={classes.form}>
        {editable && (
          <Section title="Start from">
            <Presets
              onFill={(edits, title) => {
                edit(edits);
                setFilled({ title });
              }}
            />
            <Done>{filled && changed && `${filled.title} is filled in. Nothing is saved yet.`}</Done>
          </Section>
        )}
        <Form onSubmit={review} error={reviewing ? undefined : save.error}>
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
              onChange={(mode) => change({ mode })}
            />
          </Section>
          {draft.mode === "required" && (
            <Section title="Roll-out">
              <Rollout {...parts} />
            </Section>
          )}
          <Section title="Signing in">
            <Choice
              name="loginStyle"
              legend="How the code is asked for"
              quiet
              words={loginStyleWords}
              value={draft.loginStyle}
              editable={editable}
              onChange={(loginStyle) => change({ loginStyle })}
            />
          </Section>
          <Section title="What people may use">
            <Methods {...parts} />
          </Section>
          <Section title="Single sign-on">
            <Choice
              name="sso"
              legend="What is asked for after it"
              quiet
              stacked
              words={ssoWords}
              value={draft.sso}
              editable={editable}
              onChange={(sso) => change({ sso })}
            />
          </Section>
          <Section title="Details">
            <Numbers {...parts} />
          </Section>
          <Section title="New authenticators">
            <NewAuthenticators {...parts} />
          </Section>
          <Section title="Resets and passes">
            <Resets {...parts} />
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
        </Form>
        {reviewing && (
          <ReviewDialog
            policy={policy}
            draft={draft}
            onCancel={() => setReviewing(false)}
            onConfirm={() => {
              setReviewing(false);
              submit();
            }}
          />
        )}
      </div>
      {editable && <Preview draft={draft} changed={changed} />}
    </div>
  );
}
