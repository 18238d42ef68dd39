/** How a required second factor reaches people: phases, those who come later, and those who are late. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Phase, PolicySettings } from "@/api/types";
import { ROLES } from "@/lib/role-words";
import { words } from "@/lib/words";
import { Actions } from "@/ui/form";
import quiet from "@/ui/quiet.module.css";
import { Choice } from "./choice";
import type { Edits } from "./draft";
import { PhaseFields } from "./phase-fields";
import { areInOrder, byDate, errorsOf, MOST_PHASES, nextPhase } from "./phases";
import policy from "./policy.module.css";
import { roleNames } from "./queries";
import classes from "./rollout.module.css";
import { TimelinePicture } from "./timeline";
import { afterGraceWords, newUsersWords } from "./words";

const say = words("policy");

interface Props {
  draft: PolicySettings;
  error: unknown;
  editable: boolean;
  onChange: (edits: Edits) => void;
}

export function Rollout({ draft, error, editable, onChange }: Props) {
  return (
    <div className={policy.groups}>
      <Phases
        phases={draft.phases}
        error={error}
        editable={editable}
        onChange={(phases) => onChange({ phases })}
      />
      <Choice
        name="afterGrace"
        legend={say("after-grace")}
        words={afterGraceWords()}
        value={draft.afterGrace}
        editable={editable}
        onChange={(afterGrace) => onChange({ afterGrace })}
      />
      <Choice
        name="newUsers"
        legend={say("new-users")}
        words={newUsersWords()}
        value={draft.newUsers}
        editable={editable}
        onChange={(newUsers) => onChange({ newUsers })}
      />
    </div>
  );
}

interface PhasesProps {
  phases: Phase[];
  error: unknown;
  editable: boolean;
  onChange: (phases: Phase[]) => void;
}

function Phases({ phases, error, editable, onChange }: PhasesProps) {
  // Who may not list the roles still knows those that come with the service.
  const { data: roles = ROLES } = useQuery(roleNames);
  const list = useRef<HTMLOListElement>(null);
  const [added, setAdded] = useState(0);
  const errors = errorsOf(phases);

  useEffect(() => {
    if (added > 0) list.current?.lastElementChild?.querySelector("select")?.focus();
  }, [added]);

  return (
    <div className={classes.phases}>
      {phases.length === 0 && <p className={quiet.words}>{say("no-phases")}</p>}
      {phases.length > 0 && (
        <ol ref={list} className={classes.list} aria-label={say("setting.phases")}>
          {phases.map((phase, index) => (
            <PhaseFields
              // biome-ignore lint/suspicious/noArrayIndexKey: a phase is its place; it keeps nothing of its own.
              key={index}
              index={index}
              phase={phase}
              roles={roles}
              wrong={errors[index] ?? {}}
              error={error}
              editable={editable}
              onChange={(changed) => onChange(phases.map((one, other) => (other === index ? changed : one)))}
              onRemove={() => onChange(phases.filter((_, other) => other !== index))}
            />
          ))}
        </ol>
      )}
      {editable && (
        <Actions>
          <Button
            variant="default"
            disabled={phases.length >= MOST_PHASES}
            onClick={() => {
              onChange([...phases, nextPhase(phases, roles, Date.now())]);
              setAdded(added + 1);
            }}
          >
            {say("add-phase")}
          </Button>
          {!areInOrder(phases) && (
            <Button variant="subtle" onClick={() => onChange(byDate(phases))}>
              {say("sort")}
            </Button>
          )}
          {phases.length >= MOST_PHASES && (
            <span className={quiet.words}>{say("most-phases", { most: MOST_PHASES })}</span>
          )}
        </Actions>
      )}
      <TimelinePicture phases={phases} />
    </div>
  );
}
