/** Turning the second factor off: possible where the policy allows it, and never by accident. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { TwoFactor } from "@/api/types";
import { Section } from "@/ui/page";
import classes from "./security.module.css";
import { TurnOffDialog } from "./turn-off-dialog";

export function TurnOff({ twoFactor: { canDisable } }: { twoFactor: TwoFactor }) {
  const [asking, setAsking] = useState(false);
  return (
    <Section title="Turn off two-factor authentication" tone="danger">
      {canDisable ? (
        <>
          <p className={classes.quiet}>
            Your password alone would open your account. This takes your password and a code.
          </p>
          <div>
            <Button variant="default" onClick={() => setAsking(true)}>
              Turn off…
            </Button>
          </div>
        </>
      ) : (
        <p className={classes.quiet}>
          Your organization requires two-factor authentication, so it cannot be turned off. If you change your
          phone, replace your authenticator instead.
        </p>
      )}
      {asking && <TurnOffDialog onClose={() => setAsking(false)} />}
    </Section>
  );
}
