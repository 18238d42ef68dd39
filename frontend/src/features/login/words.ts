/** What a sign-in by a passkey alone says when it fails. */

import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { PasskeyError } from "@/lib/webauthn";
import { words } from "@/lib/words";

const say = words("problems");

export function passkeyRefusal(error: unknown): Told | undefined {
  // The service tells nobody which it was; its owner can think of what is likely.
  if (isRefusal(error, "login_failed")) return say("passkey-unknown");
  if (error instanceof PasskeyError && error.failure === "notGiven") return say("passkey-not-given");
  return describe(error);
}
