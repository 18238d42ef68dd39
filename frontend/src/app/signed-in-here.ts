/** Whether somebody may be signed in at this browser. The cookie that says so is for the service's eyes alone. */
import type { SessionState } from "@/api/session";
import { recall, remember } from "@/lib/memory";

const KEY = "nightlatch.signed-in";

/** Spares a first visitor the question to the service. A browser that remembers nothing has to ask each time. */
export const mayBeSignedIn = () => recall(KEY) !== undefined || !remember(KEY, undefined);

export function noteWhetherSignedIn(state: SessionState): void {
  const somebodyElse = state.phase === "anonymous" && state.over?.because === "replaced";
  if (state.phase === "signedIn" || somebodyElse) remember(KEY, "yes");
  else if (state.phase === "anonymous") remember(KEY, undefined);
}
