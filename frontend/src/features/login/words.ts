/** What a sign-in by a passkey alone says when it fails. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { PasskeyError } from "@/lib/webauthn";

const OTHERWISE = "Try again, or sign in with your password.";

export function passkeyRefusal(error: unknown): string | undefined {
  // The service tells nobody which it was; its owner can think of what is likely.
  if (isRefusal(error, "login_failed"))
    return `This passkey does not sign you in: it was removed from your account, or it may not stand in for your password. ${OTHERWISE}`;
  if (error instanceof PasskeyError && error.failure === "notGiven")
    return `No passkey was used: that was cancelled or took too long, or your device has none for you or could not check that it is you. ${OTHERWISE}`;
  return describe(error);
}
