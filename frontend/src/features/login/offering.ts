/** Passkeys among what the browser fills in, for as long as the form is there. */
import type { Assertion, PasskeyQuestion } from "@/api/types";
import { autofillIsSupported, offerPasskey, stopAsking } from "@/lib/webauthn";
import { askWhoItIs } from "./api";

/** A question is renewed a little early, so that whoever picks a passkey late is not refused for that. */
const MARGIN_MS = 30_000;

/** Answers how to end it. */
export function keepOffering(
  onPicked: (question: PasskeyQuestion, assertion: Assertion) => void,
): () => void {
  let over = false;
  let renewal: ReturnType<typeof setTimeout> | undefined;

  async function offer(): Promise<void> {
    if (!(await autofillIsSupported())) return;
    const question = await askWhoItIs();
    if (over) return;
    // In the browser, the new question takes the place of the one before.
    renewal = setTimeout(begin, Date.parse(question.expiresAt) - Date.now() - MARGIN_MS);
    const assertion = await offerPasskey(question.publicKey);
    if (!over) onPicked(question, assertion);
  }

  function begin(): void {
    // Nobody has asked for it: where it is not to be had, the form is as good without.
    offer().catch(() => undefined);
  }

  begin();
  return () => {
    over = true;
    clearTimeout(renewal);
    void stopAsking();
  };
}
