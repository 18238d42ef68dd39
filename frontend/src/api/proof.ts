/** By what the second factor was proven last, for as long as the session lives in this tab. */
import { session } from "./client";
import type { Method } from "./types";

let last: Method | undefined;

export const lastProof = () => last;

export function noteProof(method: Method): void {
  last = method;
}

session.subscribe(({ phase }) => {
  if (phase !== "signedIn") last = undefined;
});
