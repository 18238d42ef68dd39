/** What codes of authenticators look like that are set up from now on. */
import { NativeSelect } from "@mantine/core";
import { fieldMessage } from "@/api/problem";
import type { PolicySettings } from "@/api/types";
import { words } from "@/lib/words";
import unseen from "@/ui/unseen.module.css";
import type { Edits } from "./draft";
import classes from "./policy.module.css";
import { algorithmWords } from "./words";

const say = words("policy");

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

export function NewAuthenticators({ draft: { digits, algorithm }, error, editable, onChange }: Props) {
  const usual = digits === 6 && algorithm === "SHA1";
  return (
    <fieldset className={classes.numbers} disabled={!editable}>
      <legend className={unseen.words}>{say("new-authenticators")}</legend>
      <NativeSelect
        size="md"
        label={say("digits")}
        data={["6", "8"]}
        value={String(digits)}
        error={fieldMessage(error, "digits")}
        onChange={(event) =>
          onChange({ digits: Number(event.currentTarget.value) as PolicySettings["digits"] })
        }
      />
      <NativeSelect
        size="md"
        label={say("algorithm")}
        data={Object.entries(algorithmWords()).map(([value, label]) => ({ value, label }))}
        value={algorithm}
        error={fieldMessage(error, "algorithm")}
        onChange={(event) =>
          onChange({ algorithm: event.currentTarget.value as PolicySettings["algorithm"] })
        }
      />
      <p className={classes.note}>{say(usual ? "fits-apps" : "fits-some-apps")}</p>
    </fieldset>
  );
}
