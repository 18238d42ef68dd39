/** How far a check of the log is, and what it came to. */
import type { AuditFinding } from "@/api/types";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { Alert, Done, Failure, Message } from "@/ui/message";
import quiet from "@/ui/quiet.module.css";
import { TextButton } from "@/ui/text-button";
import { When } from "@/ui/when";
import classes from "./audit.module.css";
import { type Checked, type CheckRun, inWords } from "./check-run";

const say = words("audit-log");

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
          {say.rich("check.running", { events: run.checked.events, stop: <TextButton onClick={onStop} /> })}
        </p>
      )}
    </>
  );
}

function Whole({ checked: { events, unsealed, head } }: { checked: Checked }) {
  return (
    <>
      <p>{unsealed > 0 ? say("whole.unsealed", { events, unsealed }) : say("whole", { events })}</p>
      {head && (
        <div className={classes.head}>
          <p>{say.rich("seal", { command: <code /> })}</p>
          <CopyButton text={`${head.seal}:${head.digest}`} label={say("seal.copy")} />
        </div>
      )}
    </>
  );
}

function Broken({ checked: { findings } }: { checked: Checked }) {
  const more = findings.length - LISTED;
  return (
    <Message tone="bad">
      <p>{say.rich("not-whole", { strong: <strong /> })}</p>
      <ul className={classes.findings}>
        {findings.slice(0, LISTED).map((finding) => (
          <li key={`${finding.kind} ${finding.eventId ?? finding.seal}`}>
            <Finding finding={finding} />
          </li>
        ))}
      </ul>
      {more > 0 && <p>{say("not-whole.more", { findings: more })}</p>}
    </Message>
  );
}

function Finding({ finding }: { finding: AuditFinding }) {
  const { occurredAt, eventId } = finding;
  return (
    <>
      {inWords(finding)}{" "}
      {occurredAt && (
        <span className={quiet.small}>
          <When at={occurredAt} /> · {eventId}
        </span>
      )}
    </>
  );
}
