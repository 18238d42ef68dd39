/** Which organization this browser signs in to, where a link has said so: sign-ins without one go on with it. */
import { recall, remember } from "./memory";

const KEY = "nightlatch.organization";

// A mailed link may name it, whatever page it leads to, and whatever page comes first instead.
let named = new URLSearchParams(globalThis.location?.search).get("organization") ?? undefined;

export function organizationOf(asked?: string): string | undefined {
  named = asked ?? named;
  return named ?? recall(KEY);
}

/** Keeps its name for the next visit if there is such an organization, and none that anybody made up. */
export function settleOrganization(name: string | undefined, exists: boolean): void {
  if (exists) {
    remember(KEY, name);
  } else {
    named = undefined;
    if (recall(KEY) === name) remember(KEY, undefined);
  }
}
