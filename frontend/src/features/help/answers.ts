/** What the help page says on each question beyond the short answer: a paragraph, or the points of a list. */
import type { Catalogue } from "@/lib/catalogue";
import type { Topic } from "@/ui/help-topics";

type Message = keyof Catalogue["help-page"] & string;

/** `steps` are taken one after the other. */
export type Part = Message | { points: readonly Message[] } | { steps: readonly Message[] };

export const answers: Record<Topic, readonly Part[]> = {
  app: ["app.once", "app.daily", "app.quiet"],
  "which-app": [
    { points: ["which-app.phone", "which-app.android", "which-app.computer"] },
    "which-app.store",
    "which-app.copy",
  ],
  why: ["why.when", "why.rest", "why.never"],
  "lost-phone": [
    { steps: ["lost-phone.sign-in", "lost-phone.choose", "lost-phone.enter", "lost-phone.replace"] },
    "lost-phone.none",
  ],
  "new-phone": [
    { steps: ["new-phone.sign-in", "new-phone.replace", "new-phone.scan", "new-phone.clear"] },
    "new-phone.copied",
  ],
  code: [{ points: ["code.old", "code.entry", "code.clock", "code.kind", "code.wait"] }, "code.else"],
  "no-codes": ["no-codes.new", "no-codes.signed-out"],
  "recovery-codes": [
    "recovery-codes.shown",
    { points: ["recovery-codes.paper", "recovery-codes.manager", "recovery-codes.not"] },
    "recovery-codes.used",
  ],
  passkey: ["passkey.how", "passkey.private", "passkey.several", "passkey.lost"],
  "not-me": [{ steps: ["not-me.link", "not-me.press", "not-me.call", "not-me.password"] }, "not-me.false"],
  whom: ["whom.can", "whom.proof"],
};
