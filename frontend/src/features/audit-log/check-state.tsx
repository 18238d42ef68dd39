/** How far a check of the log is, and what it came to. */
import type { AuditFinding } from "@/api/types";
import { count } from "@/lib/duration";
import { CopyButton } from "@/ui/copy-button";
import { Alert, Done, Failure, Message } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import { When } from "@/ui/when";
import classes from "./audit.module.css";
import { type Checked, type CheckRun, inWords } from "./check-run";

/** So many findings are listed; who has more to look through takes the command line. */
const LISTED = 20;

export function CheckState({ run, onStop }: { run: CheckRun; onStop: () => void }) {
  const ended = run.step === "ended" ? run.checked : undefined;
  const whole = ended && ended.findings.length === 0 ? ended : undefined;
  const broken = ended && ended.findings.length > 0 ? ended : undefined;
  return (
    <>
      <Failure message={run.step === "failed" ? run.words : undefined} />
      <Done>{whole && <Whole checked={whole} />}</Done>
      <Alert>{broken && <Broken checked={broken} />}</Alert>
      {run.step === "running" && (
        <p className={classes.running}>
          Checking: {count(run.checked.events, "event")} so far.{" "}
          <TextButton onClick={onStop}>Stop</TextButton>
        </p>
      )}
    </>
  );
}

function Whole({ checked: { events, unsealed, head } }: { checked: Checked }) {
  return (
    <>
      <p>
        The log is whole: {count(events, "event")}, as written.
        {unsealed > 0 && ` ${unsealed} more will be sealed within seconds.`}
      </p>
      {head && (
        <div className={classes.head}>
          <p>
            Keep the last seal elsewhere: with it, <code>nightlatch audit verify --head</code> shows later
            whether the end of the log was cut off.
          </p>
          <CopyButton text={`${head.seal}:${head.digest}`} label="Copy the last seal" />
        </div>
      )}
    </>
  );
}

function Broken({ checked: { findings } }: { checked: Checked }) {
  const more = findings.length - LISTED;
  return (
    <Message tone="bad">
      <p>
        <strong>The log is not as it was written.</strong> Somebody with access to the database has changed
        it. Keep a copy of the database as it is, and find out who had access.
      </p>
      <ul className={classes.findings}>
        {findings.slice(0, LISTED).map((finding) => (
          <li key={`${finding.kind} ${finding.eventId ?? finding.seal}`}>
            <Finding finding={finding} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>And {count(more, "more finding")}.</p>}
    </Message>
  );
}

function Finding({ finding }: { finding: AuditFinding }) {
  const { occurredAt, eventId } = finding;
  return (
    <>
      {inWords(finding)}{" "}
      {occurredAt && (
        <span className={classes.quiet}>
          <When at={occurredAt} /> · {eventId}
        </span>
      )}
    </>
  );
}
