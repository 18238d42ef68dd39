/** What the draft would do to people, on a day that one picks. */
import { TextInput } from "@mantine/core";
import { useState } from "react";
import type { PolicyPreview, PolicySettings } from "@/api/types";
import { listed } from "@/lib/lists";
import { asDate } from "@/lib/moments";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Message, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import quiet from "@/ui/quiet.module.css";
import { Failed, Loading } from "@/ui/states";
import { Affected, LockedOut } from "./affected";
import { Chart, Legend } from "./chart";
import { effectsOf, lookAt, warningInWords } from "./consequences";
import classes from "./preview.module.css";
import { usePreview } from "./use-preview";

const say = words("policy");

export const PREVIEW = "preview";

interface Props {
  draft: PolicySettings;
  changed: boolean;
}

export function Preview({ draft, changed }: Props) {
  const [picked, setPicked] = useState("");
  const at = lookAt(picked, Date.now());
  const { query, valid, stale } = usePreview(draft, at);
  const { data, isError, error, refetch } = query;
  const day = at && asDate(at);
  const busy = valid && !isError && (stale || data === undefined);
  const said = data && valid && !busy ? toldOf(data, day) : undefined;
  return (
    <div className={classes.pane}>
      <Section title={say("preview")} id={PREVIEW}>
        {valid ? (
          <p className={`${quiet.words} ${classes.about}`}>
            {say(changed ? "preview.changed" : "preview.unchanged")}
          </p>
        ) : (
          <Message tone="warn">{say("preview.wrong")}</Message>
        )}
        <div className={classes.day}>
          <TextInput
            type="date"
            label={say("day")}
            value={picked}
            onChange={(event) => setPicked(event.currentTarget.value)}
          />
          <ActionButton variant="default" disabled={!picked} onClick={() => setPicked("")}>
            {say("day.now")}
          </ActionButton>
        </div>
        {isError && <Failed error={error} onRetry={() => refetch()} />}
        {!isError && (
          <div aria-busy={busy} className={classes.result} data-stale={busy || !valid || undefined}>
            <Spoken>{said}</Spoken>
            {data ? <Result preview={data} day={day} /> : <Loading rows={6} label={say("counting")} />}
          </div>
        )}
      </Section>
    </div>
  );
}

function toldOf({ counts }: PolicyPreview, day: string | undefined): string {
  const effects = listed(effectsOf(counts));
  return day ? say("then.spoken", { day, effects }) : say("now.spoken", { effects });
}

function Result({ preview, day }: { preview: PolicyPreview; day: string | undefined }) {
  const { warnings, lockedOutAdmins } = preview;
  return (
    <>
      <h3 className={classes.when}>{day ? say("then", { day }) : say("now")}</h3>
      <Chart preview={preview} caption={day ? say("then.caption", { day }) : say("now.caption")} />
      <LockedOut admins={lockedOutAdmins} />
      {warnings.length > 0 && (
        <ul className={classes.warnings} aria-label={say("warnings")}>
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
