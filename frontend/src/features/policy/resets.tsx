/** Who helps whom after a loss, and what the person who comes back has to show. */
import { NativeSelect } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { PolicySettings } from "@/api/types";
import { lifetimeInWords, maximaWith } from "@/lib/lifetimes";
import { words } from "@/lib/words";
import { Checkbox } from "@/ui/checkbox";
import { Choice } from "./choice";
import type { Edits } from "./draft";
import classes from "./policy.module.css";
import { adminResetWords, resetProofWords } from "./words";

const say = words("policy");

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

export function Resets({ draft, error, editable, onChange }: Props) {
  return (
    <div className={classes.groups}>
      <Choice
        name="adminReset"
        legend={say("setting.adminReset")}
        words={adminResetWords()}
        value={draft.adminReset}
        editable={editable}
        onChange={(adminReset) => onChange({ adminReset })}
      />
      <Choice
        name="resetProof"
        legend={say("setting.resetProof")}
        words={resetProofWords()}
        value={draft.resetProof}
        editable={editable}
        onChange={(resetProof) => onChange({ resetProof })}
      />
      <TemporaryPasses draft={draft} error={error} editable={editable} onChange={onChange} />
    </div>
  );
}

function TemporaryPasses({ draft: { temporaryPass }, error, editable, onChange }: Props) {
  const { enabled, maxMinutes } = temporaryPass;
  return (
    <fieldset className={classes.numbers} disabled={!editable}>
      <legend className={classes.question}>{say("setting.temporaryPass")}</legend>
      <Checkbox
        label={say("passes")}
        description={say("passes.meaning")}
        checked={enabled}
        onChange={(event) =>
          onChange({ temporaryPass: { enabled: event.currentTarget.checked, maxMinutes } })
        }
      />
      <NativeSelect
        size="md"
        label={say("passes-most")}
        disabled={!enabled}
        data={maximaWith(maxMinutes).map((value) => ({
          value: String(value),
          label: lifetimeInWords(value),
        }))}
        value={String(maxMinutes)}
        error={fieldMessage(error, "temporaryPass.maxMinutes")}
        onChange={(event) =>
          onChange({ temporaryPass: { enabled, maxMinutes: Number(event.currentTarget.value) } })
        }
      />
    </fieldset>
  );
}
