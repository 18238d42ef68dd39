/** Turning the second factor off: possible where the policy allows it, and never by accident. */
import { useEffect, useState } from "react";
import type { TwoFactor } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { whyItStays } from "./removal";
import { SUMMARY_TITLE } from "./summary";
import { TurnOffDialog } from "./turn-off-dialog";

const say = words("security");

export function TurnOff({ twoFactor }: { twoFactor: TwoFactor }) {
  const { canDisable, mode, authenticators } = twoFactor;
  const [asking, setAsking] = useState(false);
  const deed = mode === "off" ? "delete" : "turn-off";
  const reason = `stays-${whyItStays(twoFactor)}` as const;
  useEffect(
    () => () => {
      // With the second factor this section is gone, and the focus that was in it: the summary says what there is now.
      if (document.activeElement === document.body) document.getElementById(SUMMARY_TITLE)?.focus();
    },
    [],
  );
  return (
    <Section title={say(deed)} {...(canDisable && { tone: "danger" })}>
      {canDisable ? (
        <>
          <p className={quiet.text}>{say(`${deed}.text`)}</p>
          <div>
            <ActionButton grave onClick={() => setAsking(true)}>
              {say(`${deed}.begin`)}
            </ActionButton>
          </div>
        </>
      ) : (
        <p className={quiet.text}>{say(authenticators.length > 0 ? `${reason}.replace` : reason)}</p>
      )}
      {asking && <TurnOffDialog twoFactor={twoFactor} onClose={() => setAsking(false)} />}
    </Section>
  );
}
