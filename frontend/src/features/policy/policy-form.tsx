/** The rules, editable for those who may, beside what they do to people. */
import { useEffect, useState } from "react";
import type { Policy, PolicyPreset } from "@/api/types";
import { words } from "@/lib/words";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { LeaveGuard } from "@/ui/leave-guard";
import { Done } from "@/ui/message";
import { Section } from "@/ui/page";
import { SaveBar } from "@/ui/save-bar";
import { Choice } from "./choice";
import { type Edits, inOrder } from "./draft";
import { Methods } from "./methods";
import { NewAuthenticators } from "./new-authenticators";
import { Numbers } from "./numbers";
import classes from "./policy.module.css";
import { PolicyRefusal } from "./policy-refusal";
import { Presets } from "./presets";
import { PREVIEW, Preview } from "./preview";
import { Resets } from "./resets";
import { ReviewDialog } from "./review-dialog";
import { Rollout } from "./rollout";
import { usePolicyEditor } from "./use-policy-editor";
import { loginStyleWords, modeWords, presetWords, ssoWords } from "./words";

const say = words("policy");

export function PolicyForm({ policy, editable }: { policy: Policy; editable: boolean }) {
  const editor = usePolicyEditor(policy);
  const { draft, save, changed, valid, edit, submit } = editor;
  const insisted = useInsisted();
  const [reviewing, setReviewing] = useState(false);
  const [filled, setFilled] = useState<{ preset: PolicyPreset["id"] }>();
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
    if (!changed) return;
    edit({ phases: inOrder(draft).phases });
    setReviewing(true);
  }

  return (
    <div className={editable ? classes.columns : undefined}>
      <div className={classes.form}>
        {editable && (
          <Section title={say("start")}>
            <Presets
              onFill={(edits, preset) => {
                edit(edits);
                setFilled({ preset });
              }}
            />
            <Done>
              {filled && changed && say("filled-in", { preset: presetWords()[filled.preset].title })}
            </Done>
          </Section>
        )}
        <Form onSubmit={review} ready={valid} insisted={insisted} error={reviewing ? undefined : save.error}>
          <LeaveGuard active={changed && !save.isPending} title={say("leave")}>
            {say("leave.loss")}
          </LeaveGuard>
          <Section title={say("setting.mode")}>
            <Choice
              name="mode"
              legend={say("mode")}
              quiet
              words={modeWords()}
              value={draft.mode}
              editable={editable}
              onChange={(mode) => change({ mode })}
            />
          </Section>
          {draft.mode === "required" && (
            <Section title={say("rollout")}>
              <Rollout {...parts} />
            </Section>
          )}
          <Section title={say("setting.loginStyle")}>
            <Choice
              name="loginStyle"
              legend={say("login-style")}
              quiet
              words={loginStyleWords()}
              value={draft.loginStyle}
              editable={editable}
              onChange={(loginStyle) => change({ loginStyle })}
            />
          </Section>
          <Section title={say("setting.allowedMethods")}>
            <Methods {...parts} />
          </Section>
          <Section title={say("single-sign-on")}>
            <Choice
              name="sso"
              legend={say("sso")}
              quiet
              stacked
              words={ssoWords()}
              value={draft.sso}
              editable={editable}
              onChange={(sso) => change({ sso })}
            />
          </Section>
          <Section title={say("details")}>
            <Numbers {...parts} />
          </Section>
          <Section title={say("new-authenticators")}>
            <NewAuthenticators {...parts} />
          </Section>
          <Section title={say("resets")}>
            <Resets {...parts} />
          </Section>
          {editable && (
            <SaveBar
              editing={editor}
              labels={{
                save: say("save"),
                discard: say("discard"),
                unsaved: say("unsaved"),
                wrong: say("unsaved.wrong"),
                saved: say("saved"),
              }}
              refusal={<PolicyRefusal error={save.error} />}
            />
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
