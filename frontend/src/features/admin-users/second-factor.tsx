/** What protects the account, and the ways to help somebody who has lost it. */
import { listed } from "@/lib/lists";
import { isOwnMethod, methodWords } from "@/lib/method-words";
import { words } from "@/lib/words";
import { Fact, Facts } from "@/ui/facts";
import { Section } from "@/ui/page";
import { When } from "@/ui/when";
import { ActionRow } from "./action-row";
import { FactorState } from "./factor-state";
import { isToBeReminded, obstacleToPass, obstacleToReset } from "./obstacles";
import type { KnownStanding, SectionProps } from "./use-standing";
import classes from "./user.module.css";
import { passPurpose, resetPurpose } from "./words";

const say = words("admin-users-one");

export function SecondFactor({ standing, onOpen }: SectionProps) {
  const { caller, target } = standing;
  const mayReset = caller.permissions.includes("users.reset2fa");
  const mayRemind = isToBeReminded(standing);
  return (
    <Section title={say("factor")}>
      <State target={target} />
      {onOpen && (mayReset || mayRemind) && (
        <ul className={classes.actions}>
          {mayRemind && (
            <ActionRow title={say("reminder")} label={say("reminder.order")} onClick={() => onOpen("remind")}>
              {say("reminder.purpose", { name: target.displayName })}
            </ActionRow>
          )}
          {mayReset && (
            <>
              <ActionRow
                title={say("pass")}
                label={say("pass.order")}
                obstacle={obstacleToPass(standing)}
                onClick={() => onOpen("pass")}
              >
                {passPurpose(target)}
              </ActionRow>
              <ActionRow
                title={say("reset")}
                label={say("reset.order")}
                grave
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
      <Fact name={say("factor.status")}>
        <FactorState twoFactor={twoFactor} />
      </Fact>
      {state !== "notEnabled" && (
        <>
          {unproved && <Fact name={say("factor.imported")}>{say("factor.unproved")}</Fact>}
          <Fact name={say("factor.methods")}>{listed(methods.filter(isOwnMethod).map(methodWords))}</Fact>
          <Fact name={say("factor.set-up")}>{enrolledAt ? <When at={enrolledAt} /> : "—"}</Fact>
          <Fact name={say("factor.codes")}>
            {recoveryCodes.total === 0 ? say("factor.codes-none") : say("factor.codes-left", recoveryCodes)}
          </Fact>
        </>
      )}
      {temporaryPass && (
        <Fact name={resetPending ? say("factor.code") : say("factor.pass")}>
          {say.rich("factor.until", { when: <When at={temporaryPass.expiresAt} /> })}
        </Fact>
      )}
      {resetPending && !temporaryPass && <Fact name={say("factor.code")}>{say("factor.no-code")}</Fact>}
    </Facts>
  );
}
