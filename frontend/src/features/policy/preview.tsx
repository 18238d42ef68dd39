/** What the draft would do to people, on a day that one picks. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { PolicyPreview, PolicySettings } from "@/api/types";
import { asDate } from "@/lib/moments";
import { ActionButton } from "@/ui/action-button";
import { Message, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import { Failed, Loading } from "@/ui/states";
import { Affected, LockedOut } from "./affected";
import { Chart, Legend } from "./chart";
import { effectsOf, lookAt, warningInWords } from "./consequences";
import classes from "./preview.module.css";
import { usePreview } from "./use-preview";

export const PREVIEW = "preview";

interface Props {
  draft: PolicySettings;
  changed: boolean;
}

export function Preview({ draft, changed }: Props) {
  const [day, setDay] = useState("");
  const at = lookAt(day, Date.now());
  const { query, valid, stale } = usePreview(draft, at);
  const { data, isError, error, refetch } = query;
  const when = at ? `at the end of ${asDate(at)}` : "right now";
  const busy = valid && !isError && (stale || data === undefined);
  const said = data && valid && !busy ? `${capital(when)}: ${effectsOf(data.counts).join(", ")}.` : undefined;
  return (
    <div className={classes.pane}>
      <Section title="What it does" id={PREVIEW}>
        {valid ? (
          <p className={classes.quiet}>
            {changed ? "With your changes, which are not saved yet." : "With the policy as it is."}
          </p>
        ) : (
          <Message tone="warn">Put right what is marked in the form to see what it does.</Message>
        )}
        <div className={classes.day}>
          <TextInput
            type="date"
            label="Look at another day"
            value={day}
            onChange={(event) => setDay(event.currentTarget.value)}
          />
          <ActionButton variant="default" disabled={!day} onClick={() => setDay("")}>
            Now
          </ActionButton>
        </div>
        {isError && <Failed error={error} onRetry={() => refetch()} />}
        {!isError && (
          <div aria-busy={busy} className={classes.result} data-stale={busy || !valid || undefined}>
            <Spoken>{said}</Spoken>
            {data ? <Result preview={data} when={when} /> : <Loading rows={6} label="Counting" />}
          </div>
        )}
      </Section>
    </div>
  );
}

function Result({ preview, when }: { preview: PolicyPreview; when: string }) {
  const { warnings, lockedOutAdmins } = preview;
  return (
    <>
      <h3 className={classes.when}>{capital(when)}</h3>
      <Chart preview={preview} caption={`What a sign-in does ${when}, in people`} />
      <LockedOut admins={lockedOutAdmins} />
      {warnings.length > 0 && (
        <ul className={classes.warnings} aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={`${warning.code} ${warning.role}`}>
              <Message tone="warn">{warningInWords(warning)}</Message>
            </li>
          ))}
        </ul>
      )}
      <Affected preview={preview} />
      <Legend />
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
