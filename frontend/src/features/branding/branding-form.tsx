/** Colour, logo and whom to ask, beside what that looks like. */
import { TextInput } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { Branding } from "@/api/types";
import { signInAddressOf } from "@/lib/sign-in-address";
import { words } from "@/lib/words";
import { Copyable } from "@/ui/copyable";
import { Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { LeaveGuard } from "@/ui/leave-guard";
import { Section } from "@/ui/page";
import { SaveBar, SaveRefusal } from "@/ui/save-bar";
import classes from "./branding.module.css";
import { ColourField } from "./colour-field";
import { objectionsTo } from "./draft";
import { LogoField } from "./logo-field";
import { Preview } from "./preview";
import { useBrandingEditor } from "./use-branding-editor";

const say = words("branding");

export function BrandingForm({ branding, editable }: { branding: Branding; editable: boolean }) {
  const { editor, logo } = useBrandingEditor(branding);
  const { draft, save, changed, valid, edit, submit } = editor;
  const insisted = useInsisted();
  const wrong = objectionsTo(draft);
  const refused = fieldMessage(save.error, "support.contact") && say("contact.wrong");
  return (
    <div className={classes.columns}>
      <div className={classes.parts}>
        <Section title={say("address")}>
          <p>{say("address.about")}</p>
          <Copyable
            text={signInAddressOf(branding.slug)}
            label={say("address.copy")}
            spoken={say("address.spoken")}
          />
        </Section>
        <Section title={say("logo")}>
          <LogoField logo={branding.logo} change={logo} editable={editable} />
        </Section>
        <Form onSubmit={() => changed && submit()} ready={valid} insisted={insisted} error={save.error}>
          <LeaveGuard active={changed && !save.isPending} title={say("leave")}>
            {say("leave.loss")}
          </LeaveGuard>
          <Section title={say("accent")}>
            <ColourField
              value={draft.accent}
              error={wrong.accent && say("accent.wrong")}
              editable={editable}
              onChange={(accent) => edit({ accent })}
            />
          </Section>
          <Section title={say("support")}>
            <TextInput
              label={say("contact")}
              description={say("contact.about")}
              autoComplete="off"
              spellCheck={false}
              maxLength={500}
              disabled={!editable}
              value={draft.contact}
              error={wrong.contact ? say("contact.missing") : refused}
              onChange={(event) => edit({ contact: event.currentTarget.value })}
            />
            <TextInput
              label={say("note")}
              description={say("note.about")}
              autoComplete="off"
              maxLength={120}
              disabled={!editable}
              value={draft.note}
              error={fieldMessage(save.error, "support.note")}
              onChange={(event) => edit({ note: event.currentTarget.value })}
            />
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
              // Unless the field says it already.
              refusal={!refused && <SaveRefusal error={save.error} stale={say("stale")} />}
            />
          )}
        </Form>
      </div>
      <Preview branding={branding} draft={draft} />
    </div>
  );
}
