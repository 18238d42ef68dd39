/** Which organization this browser signs in to, where a link has said so: sign-ins without one go on with it. */
import { recall, remember } from "./memory";

const KEY = "nightlatch.organization";

// A mailed link may name it, whatever page it leads to, and whatever page comes first instead.
const named = new URLSearchParams(globalThis.location?.search).get("organization");
if (named) remember(KEY, named);

export function organizationOf(asked?: string): string | undefined {
  if (asked === undefined) return recall(KEY);
  remember(KEY, asked);
  return asked;
}
