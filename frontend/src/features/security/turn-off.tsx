/** Turning the second factor off: possible where the policy allows it, and never by accident. */
import { Button } from "@mantine/core";
import { useEffect, useState } from "react";
import type { TwoFactor } from "@/api/types";
import { Section } from "@/ui/page";
import { whyItStays } from "./removal";
import classes from "./security.module.css";
import { SUMMARY_TITLE } from "./summary";
import { TurnOffDialog } from "./turn-off-dialog";

export function TurnOff({ twoFactor }: { twoFactor: TwoFactor }) {
  const { canDisable, required, mode, authenticators } = twoFactor;
  const [asking, setAsking] = useState(false);
  const suspended = mode === "off";
  useEffect(
    () => () => {
      // With the second factor this section is gone, and the focus that was in it: the summary says what there is now.
      if (document.activeElement === document.body) document.getElementById(SUMMARY_TITLE)?.focus();
    },
    [],
  );
  return (
    <Section
      title={suspended ? "Delete what you have set up" : "Turn off two-factor authentication"}
      tone="danger"
    >
      {canDisable ? (
        <>
          <p className={classes.quiet}>
            {suspended
              ? "Your authenticators, passkeys and recovery codes would be gone, also for the day your organization asks for them again."
              : "Your password alone would open your account."}{" "}
            This takes your password and your second factor.
          </p>
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              {suspended ? "Delete…" : "Turn off…"}
            </Button>
          </div>
        </>
      ) : (
        <p className={classes.quiet}>
          {whyItStays(twoFactor)}
          {required ? ", so it cannot be turned off." : ". An administrator can reset what you have set up."}
          {authenticators.length > 0 && " If you change your phone, replace your authenticator instead."}
        </p>
      )}
      {asking && <TurnOffDialog twoFactor={twoFactor} onClose={() => setAsking(false)} />}
    </Section>
  );
}
