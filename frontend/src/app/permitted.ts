/** Whether somebody may see a page. The service decides that, at every request; this only spares a page full of refusals. */
import { session } from "@/api/client";
import { isFor } from "./page-permissions";

export function isPermitted(page: string): boolean {
  const state = session.current();
  return state.phase === "signedIn" && isFor(state.user.permissions)({ to: page });
}
