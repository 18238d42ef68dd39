/** What protects the account, and the ways to help somebody who has lost it. */
import { methodWords } from "@/lib/method-words";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";
import { When } from "@/ui/when";
import { ActionRow } from "./action-row";
import { FactorState } from "./factor-state";
import { isToBeReminded, obstacleToPass, obstacleToReset } from "./obstacles";
import type { KnownStanding, SectionProps } from "./use-standing";
import classes from "./user.module.css";
import { passPurpose, resetPurpose } from "./words";

export function SecondFactor({ standing, onOpen }: SectionProps) {
  const { caller, target } = standing;
  const mayReset = caller.permissions.includes("users.reset2fa");
  const mayRemind = isToBeReminded(standing);
  return (
    <Section title="Second factor">
      <State target={target} />
      {onOpen && (mayReset || mayRemind) && (
        <ul className={classes.actions}>
          {mayRemind && (
            <ActionRow title="Reminder" label="Remind by email…" onClick={() => onOpen("remind")}>
              {target.displayName} has no second factor yet. A mail asks to set one up.
            </ActionRow>
          )}
          {mayReset && (
            <>
              <ActionRow
                title="Temporary pass"
                label="Issue a pass…"
                obstacle={obstacleToPass(standing)}
                onClick={() => onOpen("pass")}
              >
                {passPurpose(target)}
              </ActionRow>
              <ActionRow
                title="Reset"
                label="Reset…"
                obstacle={obstacleToReset(standing)}
                onClick={() => onOpen("reset")}
              >
                {resetPurpose(target)}
              </ActionRow>
            </>
          )}
        </ul>
      )}
    </Section>
  );
}

function State({ target: { twoFactor } }: Pick<KnownStanding, "target">) {
  const { state, methods, enrolledAt, recoveryCodes, resetPending, temporaryPass, unproved } = twoFactor;
  return (
    <Facts>
      <Fact name="Status">
        <FactorState twoFactor={twoFactor} />
      </Fact>
      {state !== "notEnabled" && (
        <>
          {unproved && <Fact name="Imported">An authenticator was taken over, and not used here yet</Fact>}
          <Fact name="Methods">{methods.map(methodWords).join(", ")}</Fact>
          <Fact name="Set up">{enrolledAt ? <When at={enrolledAt} /> : "—"}</Fact>
          <Fact name="Recovery codes">
            {recoveryCodes.total === 0 ? "None" : `${recoveryCodes.remaining} of ${recoveryCodes.total} left`}
          </Fact>
        </>
      )}
      {temporaryPass && (
        <Fact name={resetPending ? "Code" : "Temporary pass"}>
          Good until <When at={temporaryPass.expiresAt} />
        </Fact>
      )}
      {resetPending && !temporaryPass && <Fact name="Code">Used or expired: a new one is needed</Fact>}
    </Facts>
  );
}
