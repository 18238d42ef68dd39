/** On, off, or due for renewal: said in one glance. */
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TwoFactor } from "@/api/types";
import { effectivePolicySentence } from "@/lib/effective-policy";
import { Icon } from "@/ui/icons";
import { When } from "@/ui/when";
import classes from "./security.module.css";

export const SUMMARY_TITLE = "summary-title";

const heads = {
  notEnabled: "Two-factor authentication is off",
  enabled: "Two-factor authentication is on",
  expired: "Two-factor authentication is on, but a key is old",
};

export function Summary({ twoFactor }: { twoFactor: TwoFactor }) {
  const { state, mode } = twoFactor;
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
          {suspended ? "Two-factor authentication is set up, but not in use" : heads[state]}
        </h2>
        <p className={classes.quiet}>
          <Explanation twoFactor={twoFactor} />
        </p>
        {mode !== "off" && (
          <p className={classes.quiet}>
            What your organization asks: {effectivePolicySentence(twoFactor.effectivePolicy)}
          </p>
        )}
      </div>
      {state === "notEnabled" && (
        <Button component={Link} to="/security/set-up">
          Set it up
        </Button>
      )}
    </section>
  );
}

function Explanation({ twoFactor }: { twoFactor: TwoFactor }) {
  const { state, mode, authenticators, passkeys, renewBy, email } = twoFactor;
  const apps = authenticators.map(({ confirmedAt }) => confirmedAt);
  const [since] = [...apps, ...passkeys.map(({ enrolledAt }) => enrolledAt)].sort();
  if (state === "notEnabled") {
    return (
      <>
        {email.enabled && email.available
          ? "Whoever learns your password needs your mailbox, too. A passkey or an authenticator app is safer."
          : "Anybody who learns your password can sign in as you."}
        {mode === "off" &&
          " Your organization asks nobody for a second factor at the moment; you can set yours up in advance."}
      </>
    );
  }
  if (mode === "off") {
    return (
      <>Your organization asks nobody for a second factor at the moment. What you have set up is kept.</>
    );
  }
  return (
    <>
      {since && (
        <>
          Since <When at={since} dateOnly />.{" "}
        </>
      )}
      {state === "expired" && "It still works; please replace the authenticator that is marked below. "}
      {state === "enabled" && renewBy && (
        <>
          Please renew it by <When at={renewBy} dateOnly />.{" "}
        </>
      )}
    </>
  );
}
