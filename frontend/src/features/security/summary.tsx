/** On, off, or due for renewal: said in one glance. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useFrozen } from "@/api/hooks";
import type { TwoFactor } from "@/api/types";
import { effectivePolicySentence } from "@/lib/effective-policy";
import { words } from "@/lib/words";
import { Icon } from "@/ui/icons";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import classes from "./security.module.css";

const say = words("security");

export const SUMMARY_TITLE = "summary-title";

export function Summary({ twoFactor }: { twoFactor: TwoFactor }) {
  const { state, mode } = twoFactor;
  const frozen = useFrozen();
  const suspended = mode === "off" && state !== "notEnabled";
  return (
    <section
      className={classes.summary}
      data-state={suspended ? "expired" : state}
      aria-labelledby={SUMMARY_TITLE}
    >
      <span className={classes.sign}>
        <Icon name={state === "enabled" && !suspended ? "check" : "warning"} size={26} />
      </span>
      <div className={classes.words}>
        <h2 id={SUMMARY_TITLE} className={classes.state} tabIndex={-1}>
          {say(suspended ? "state.suspended" : `state.${state}`)}
        </h2>
        <p className={quiet.text}>
          <Explanation twoFactor={twoFactor} />
        </p>
        {mode !== "off" && (
          <p className={quiet.text}>
            {say("asked", { policy: effectivePolicySentence(twoFactor.effectivePolicy) })}
          </p>
        )}
      </div>
      {state === "notEnabled" && !frozen && (
        <Button component={Link} to="/security/set-up">
          {say("set-up")}
        </Button>
      )}
    </section>
  );
}

function Explanation({ twoFactor }: { twoFactor: TwoFactor }) {
  const { state, mode, authenticators, passkeys, renewBy, email } = twoFactor;
  const unasked = mode === "off";
  if (state === "notEnabled") {
    if (unasked) return say("off.unasked");
    return say(email.enabled && email.available ? "off.mailbox" : "off.password");
  }
  if (unasked) return say("on.unasked");
  const apps = authenticators.map(({ confirmedAt }) => confirmedAt);
  const [first] = [...apps, ...passkeys.map(({ enrolledAt }) => enrolledAt)].sort();
  if (!first) return null;
  const since = <When at={first} dateOnly />;
  if (state === "expired") return say.rich("on.expired", { since });
  return renewBy
    ? say.rich("on.renew", { since, renew: <When at={renewBy} dateOnly /> })
    : say.rich("on.since", { since });
}
