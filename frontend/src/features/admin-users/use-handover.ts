/** Plays the handing over of a code against the service. */
import { useEffect, useReducer } from "react";
import { useUserChange } from "./changes";
import { type HandoverOutcome, handover, start } from "./handover";

interface Code {
  code?: string;
  expiresAt?: string;
}

export function useHandover<Order>(
  issue: (order: Order) => Promise<Code>,
  onClose: (outcome: HandoverOutcome) => void,
) {
  const [state, dispatch] = useReducer(handover, start);
  const change = useUserChange(issue);

  const outcome = state.step === "closed" ? state.outcome : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is closed once.
  useEffect(() => {
    if (outcome) onClose(outcome);
  }, [outcome]);

  async function submit(order: Order): Promise<void> {
    dispatch({ type: "submitted" });
    try {
      const { code, expiresAt } = await change.mutateAsync(order);
      dispatch({ type: "issued", code, expiresAt });
    } catch {
      // The words for it come from the change.
      dispatch({ type: "refused" });
    }
  }

  return { state, dispatch, submit, error: change.error };
}
