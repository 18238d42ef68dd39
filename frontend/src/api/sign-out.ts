/** Ends the session, here and in the other tabs. */
import { answer, api, session } from "./client";
import { tellOtherTabs } from "./other-tabs";
import { isRefusal } from "./problem";

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
  session.end();
  tellOtherTabs({ word: "ended" });
}
