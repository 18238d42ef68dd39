/** Which organization this browser signs in to, where a link has said so: sign-ins without one go on with it. */
import { recall, remember } from "./memory";

const KEY = "nightlatch.organization";

export function organizationOf(asked?: string): string | undefined {
  if (asked === undefined) return recall(KEY);
  remember(KEY, asked);
  return asked;
}
