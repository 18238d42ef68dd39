/** Words that need attention: what went wrong, what to know, what to do. */
import type { ReactNode } from "react";
import type { Pause, Told } from "@/api/messages";
import { useCountdown } from "@/lib/use-countdown";
import { words } from "@/lib/words";
import { Icon, type IconName } from "./icons";
import classes from "./message.module.css";
import unseen from "./unseen.module.css";
import { Wait } from "./wait";

const say = words("problems");

export type Tone = "info" | "warn" | "bad" | "good";

const icons: Record<Tone, IconName> = { info: "info", warn: "warning", bad: "warning", good: "check" };

export function Message({ tone, children, action }: { tone: Tone; children: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.message} data-tone={tone}>
      <Icon name={icons[tone]} />
      <div className={classes.words}>{children}</div>
      {action}
    </div>
  );
}

/** Spoken as soon as it is filled. The region is always present, or screen readers would miss that. */
export function Alert({ id, children }: { id?: string | undefined; children: ReactNode }) {
  return (
    <div role="alert" className={classes.region} id={id}>
      {children}
    </div>
  );
}

interface FailureProps {
  message: Told | undefined;
  /** Tells one from the next with the same words. */
  round?: number | undefined;
  /** For the field that it is about, which is described by it. */
  id?: string;
}

export function Failure({ message, round = 0, id }: FailureProps) {
  return <Alert id={id}>{message && <Reason key={round} told={message} />}</Alert>;
}

/** Why something was not done; after a limit, time runs until it can be tried again. */
export function Reason({ told, action }: { told: Told; action?: ReactNode }) {
  if (typeof told !== "string") return <Limit key={told.until} {...told} action={action} />;
  return (
    <Message tone="bad" action={action}>
      {told}
    </Message>
  );
}

function Limit({ says, until, action }: Pause & { action: ReactNode }) {
  const seconds = useCountdown(until);
  return (
    <Message tone={seconds ? "warn" : "info"} action={action}>
      {seconds ? say.rich(says, { wait: <Wait seconds={seconds} /> }) : say("waited")}
    </Message>
  );
}

/** What was done, shown and spoken. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <div role="status" className={classes.region}>
      {children && <Message tone="good">{children}</Message>}
    </div>
  );
}

/** What was done, for those who do not see it. */
export function Spoken({ children }: { children: string | undefined }) {
  return (
    <div role="status" className={unseen.words}>
      {children}
    </div>
  );
}
