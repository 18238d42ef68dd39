/** Until when, and why: the same for one person and for many. */
import { useState } from "react";
import { fieldMessage } from "@/api/problem";
import { dayOf, endOfDay, isDay } from "@/lib/moments";
import { words } from "@/lib/words";
import { DayField } from "@/ui/day-field";
import { type Insisted, useInsisted } from "@/ui/insisted";
import { ReasonField } from "./reason-field";

const say = words("admin-users");

/** The last day that is 366 days ahead at most, whenever on it somebody asks. */
const LAST_DAY = 365;

interface Draft {
  day: string;
  reason: string;
}

export function useDeadlineDraft(day = "") {
  const [draft, setDraft] = useState<Draft>({ day, reason: "" });
  const reason = draft.reason.trim();
  const terms = isDay(draft.day) && reason ? { deadline: endOfDay(draft.day), reason } : undefined;
  return { draft, setDraft, terms, insisted: useInsisted() };
}

interface Props {
  draft: Draft;
  onChange: (draft: Draft) => void;
  error: unknown;
  insisted: Insisted;
}

export function DeadlineFields({ draft, onChange, error, insisted }: Props) {
  const [now] = useState(Date.now);
  return (
    <>
      <DayField
        label={say("deadline")}
        description={say("deadline.about")}
        min={dayOf(now)}
        max={dayOf(now, LAST_DAY)}
        value={draft.day}
        error={insisted.missing(!isDay(draft.day)) ?? fieldMessage(error, "deadline")}
        onChange={(day) => onChange({ ...draft, day })}
      />
      <ReasonField
        value={draft.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
        error={error}
        insisted={insisted}
      />
    </>
  );
}
