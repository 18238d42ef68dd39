/** Policies to start from: they fill the form in, and save nothing. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { describe } from "@/api/messages";
import type { PolicyPreset, PolicySettings } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Actions } from "@/ui/form";
import { FormDialog } from "@/ui/form-dialog";
import { Failure } from "@/ui/message";
import { QueryView } from "@/ui/query-view";
import { Choice } from "./choice";
import { type Edits, settingsOf } from "./draft";
import { presets } from "./queries";
import { presetWords, RECOMMENDED } from "./words";

const say = words("policy");

interface Props {
  onFill: (edits: Edits, preset: PolicyPreset["id"]) => void;
}

export function Presets({ onFill }: Props) {
  const [choosing, setChoosing] = useState(false);
  const query = useQuery({ ...presets, enabled: false });

  /** Of the recommended one, only what is about rolling out: the rest of the policy stays as it is. */
  async function fillRecommended(): Promise<void> {
    const { data } = await query.refetch();
    const preset = data?.items.find(({ id }) => id === RECOMMENDED);
    if (preset) onFill(rollOutOf(preset.policy), preset.id);
  }

  return (
    <>
      <Actions>
        <ActionButton loading={query.isFetching && !choosing} onClick={() => void fillRecommended()}>
          {say("use-recommended")}
        </ActionButton>
        <Button variant="default" onClick={() => setChoosing(true)}>
          {say("choose-preset")}
        </Button>
      </Actions>
      <Failure message={choosing ? undefined : describe(query.error)} />
      {choosing && (
        <PresetDialog
          onClose={() => setChoosing(false)}
          onChoose={({ id, policy }) => {
            setChoosing(false);
            onFill(settingsOf(policy), id);
          }}
        />
      )}
    </>
  );
}

function rollOutOf({ mode, phases, newUsers, afterGrace }: PolicySettings): Edits {
  return { mode, phases, newUsers, afterGrace };
}

interface DialogProps {
  onClose: () => void;
  onChoose: (preset: PolicyPreset) => void;
}

function PresetDialog({ onClose, onChoose }: DialogProps) {
  const query = useQuery(presets);
  const [chosen, setChosen] = useState<PolicyPreset["id"]>(RECOMMENDED);
  const preset = query.data?.items.find(({ id }) => id === chosen);
  return (
    <FormDialog
      title={say("presets")}
      intro={<p>{say("presets.text")}</p>}
      action={say("presets.fill-in")}
      wayOut={say("presets.cancel")}
      disabled={!preset}
      refusal={undefined}
      onSubmit={() => preset && onChoose(preset)}
      onClose={() => onClose()}
    >
      {" "}
      <QueryView query={query} rows={6}>
        {() => (
          <Choice
            name="preset"
            legend={say("presets.choice")}
            quiet
            words={presetWords()}
            value={chosen}
            editable
            onChange={setChosen}
          />
        )}
      </QueryView>
    </FormDialog>
  );
}
