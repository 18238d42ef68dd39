/** Plays a change of many users against the service. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { everyone } from "@/api/queries";
import type { DeadlineOrder, ResetOrder } from "@/api/types";
import { type BulkEvent, type BulkRun, bulkRun, portionOf, start, type Work } from "./bulk-run";
import { changeMany } from "./changes";

/** What happens to everybody. */
export type Terms =
  | ({ action: "reset" } & ResetOrder)
  | ({ action: "extendDeadline" } & DeadlineOrder)
  | { action: "remind" };

export function useBulkRun() {
  const queries = useQueryClient();
  const current = useRef<BulkRun>(start);
  const terms = useRef<Terms>(undefined);
  const [run, setRun] = useState(start);

  function play(event: BulkEvent): BulkRun {
    current.current = bulkRun(current.current, event);
    setRun(current.current);
    return current.current;
  }

  async function proceed(state: BulkRun): Promise<void> {
    let now = state;
    while (now.step === "running" && terms.current) now = play(await attempt(terms.current, now.work));
    void queries.invalidateQueries({ queryKey: everyone });
  }

  useEffect(
    () => () => {
      // Nobody would see what comes back: what is under way is the last.
      current.current = bulkRun(current.current, { type: "stopped" });
    },
    [],
  );

  return {
    run,
    begin(order: Terms, work: Work): void {
      terms.current = order;
      void proceed(play({ type: "started", work }));
    },
    stop: () => void play({ type: "stopped" }),
    resume: () => void proceed(play({ type: "resumed" })),
  };
}

async function attempt(terms: Terms, work: Work): Promise<BulkEvent> {
  try {
    return { type: "answered", answer: await changeMany({ ...terms, ...portionOf(work) }) };
  } catch (why) {
    return { type: "failed", why };
  }
}
