/** What the sign-in page will look like, on light and on dark grounds. A picture of it: nothing on it can be used. */
import type { CSSProperties } from "react";
import type { Branding } from "@/api/types";
import { type Scheme, shadesOf } from "@/lib/accent";
import { fitted } from "@/lib/logo";
import { OURS } from "@/lib/ours";
import { atService } from "@/lib/service";
import { words } from "@/lib/words";
import { Brand } from "@/ui/brand";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import classes from "./branding.module.css";
import { type Draft, shownAccent } from "./draft";

const say = words("branding");

interface Props {
  branding: Branding;
  draft: Draft;
}

export function Preview({ branding, draft }: Props) {
  return (
    <Section title={say("preview")}>
      <p className={quiet.text}>{say("preview.about")}</p>
      <Card scheme="light" branding={branding} draft={draft} />
      <Card scheme="dark" branding={branding} draft={draft} />
    </Section>
  );
}

function Card({ scheme, branding: { name, logo }, draft }: Props & { scheme: Scheme }) {
  const { fill, on, edge, text } = shadesOf(shownAccent(draft) ?? OURS[scheme], scheme);
  const colours = { "--fill": fill, "--on": on, "--edge": edge, "--link": text } as CSSProperties;
  const [contact, note] = [draft.contact.trim(), draft.note.trim()];
  // Who has said nothing has the sign-in page of the product.
  const ours = !(logo || contact || note || draft.accent.trim());
  const asked = contact && <span className={classes.link}>{contact}</span>;
  return (
    <figure className={classes.figure}>
      <figcaption>{say(`preview.${scheme}`)}</figcaption>
      <div className={classes.page} data-scheme={scheme} style={colours} aria-hidden="true" inert>
        {logo && (
          <span className={classes.plate}>
            <img src={atService(logo.url)} {...fitted(logo)} alt="" />
          </span>
        )}
        {ours ? <Brand /> : <strong>{name}</strong>}
        <div className={classes.card}>
          <strong>{ours ? say("preview.button") : say("sign-in", { organization: name })}</strong>
          <span className={classes.line} />
          <span className={classes.button}>{say("preview.button")}</span>
          <span className={classes.link}>{say("preview.link")}</span>
          {asked && (
            <span className={classes.contact}>
              {note ? say.rich("help.note", { note, contact: asked }) : say.rich("help", { contact: asked })}
            </span>
          )}
        </div>
      </div>
    </figure>
  );
}
