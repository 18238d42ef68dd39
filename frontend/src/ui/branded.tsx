/** What a page before the sign-in shows of its organization: name, logo, colour, and whom to ask for help. */
import type { SignInBranding } from "@/api/types";
import { accentStyles } from "@/lib/accent";
import { fitted } from "@/lib/logo";
import { atService } from "@/lib/service";
import { supportHref, supportInWords } from "@/lib/support";
import { words } from "@/lib/words";
import "./accent.css";
import classes from "./branded.module.css";

const say = words("branding");

export function branded(branding: SignInBranding | undefined) {
  paint(branding?.accent);
  if (!branding) return undefined;
  const { name, support } = branding;
  return {
    title: say("sign-in", { organization: name }),
    head: <Head {...branding} />,
    help: support && <Help {...support} />,
  };
}

let sheet: CSSStyleSheet | undefined;

function paint(accent: string | undefined): void {
  document.documentElement.toggleAttribute("data-accent", accent !== undefined);
  if (!sheet && !accent) return;
  sheet ??= adopted();
  sheet.replaceSync(accent ? accentStyles(accent) : "");
}

/** A style sheet behind all others. */
function adopted(): CSSStyleSheet {
  const added = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, added];
  return added;
}

function Head({ name, logo }: SignInBranding) {
  return (
    <span className={classes.head}>
      {logo && (
        // The name beside it says what it is.
        <span className={classes.plate}>
          <img src={atService(logo.url)} {...fitted(logo)} alt="" className={classes.logo} />
        </span>
      )}
      {name}
    </span>
  );
}

function Help({ contact: asked, note }: NonNullable<SignInBranding["support"]>) {
  // Beside the page, so that what was begun here stays.
  const contact = (
    <a href={supportHref(asked)} target="_blank" rel="noreferrer">
      {supportInWords(asked)}
    </a>
  );
  return (
    <p className={classes.help}>
      {note ? say.rich("help.note", { note, contact }) : say.rich("help", { contact })}
    </p>
  );
}
