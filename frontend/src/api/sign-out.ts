/** Ends the session, here and in the other tabs. */
import { answer, api, session } from "./client";
import { isRefusal } from "./problem";

const tabs = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("nightlatch.session");

export async function signOut(): Promise<void> {
  try {
    await answer(api.POST("/v1/auth/logout"));
  } catch (error) {
    // Refused: the session was over already. Unreachable: the cookie still lives, and nobody shall think otherwise.
    if (!isRefusal(error)) throw error;
  }
  endEverywhere();
}

/** For a session that the service has ended. */
export function endEverywhere(): void {
  session.end({ expired: false });
  tabs?.postMessage("ended");
}

export function followOtherTabs(): void {
  tabs?.addEventListener("message", () => {
    if (session.current().phase === "signedIn") session.end({ expired: false });
  });
}
