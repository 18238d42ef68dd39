/** Passkeys as the browser has them: the one place that asks for them, and names what can go wrong. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import type { Assertion, CreationOptions, NewCredential, RequestOptions } from "@/api/types";

export type PasskeyFailure =
  /** Cancelled, too late, or nothing on the device fits: on purpose, browsers do not tell which. */
  | "notGiven"
  /** The device has one for this account already. */
  | "known"
  | "unsupported"
  /** Passkeys belong to another address than the page's. */
  | "wrongSite"
  /** Another question took its place, or the page was left. */
  | "superseded"
  | "broken";

export class PasskeyError extends Error {
  override name = "PasskeyError";

  constructor(
    readonly failure: PasskeyFailure,
    cause?: unknown,
  ) {
    super(failure, { cause });
  }
}

/** Fetched when a passkey is asked for: the sign-in page waits for nothing that it may not need. */
const library = () => import("@simplewebauthn/browser");

/** Has the library ready by the press that needs it: some browsers ask only right after one. */
export function prepare(): void {
  library().catch(() => undefined);
}

export function passkeysAreSupported(): boolean {
  return typeof globalThis.PublicKeyCredential === "function";
}

/** Whether the browser can show passkeys among what it fills in. */
export async function autofillIsSupported(): Promise<boolean> {
  return passkeysAreSupported() && (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

export function makePasskey(options: CreationOptions): Promise<NewCredential> {
  // The library lists the transports that there are; the service passes on whatever an authenticator has said.
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return named(async () => (await library()).startRegistration({ optionsJSON }));
}

export function askForPasskey(options: RequestOptions): Promise<Assertion> {
  return ask(options, false);
}

/** Waits until somebody picks a passkey among what the browser fills in; any other question ends it. */
export function offerPasskey(options: RequestOptions): Promise<Assertion> {
  return ask(options, true);
}

/** Takes the question back that the browser asks now, if any. */
export async function stopAsking(): Promise<void> {
  if (passkeysAreSupported()) (await library()).WebAuthnAbortService.cancelCeremony();
}

function ask(options: RequestOptions, useBrowserAutofill: boolean): Promise<Assertion> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return named(async () => (await library()).startAuthentication({ optionsJSON, useBrowserAutofill }));
}

async function named<T>(ceremony: () => Promise<T>): Promise<T> {
  if (!passkeysAreSupported()) throw new PasskeyError("unsupported");
  try {
    return await ceremony();
  } catch (error) {
    throw new PasskeyError(failureOf(error), error);
  }
}

/** By the names that WebAuthn gives them (sections 5.1.3 and 5.1.4); the library keeps them. */
const failures = new Map<string, PasskeyFailure>([
  ["NotAllowedError", "notGiven"],
  ["InvalidStateError", "known"],
  ["NotSupportedError", "unsupported"],
  ["SecurityError", "wrongSite"],
  ["AbortError", "superseded"],
]);

export function failureOf(error: unknown): PasskeyFailure {
  return (error instanceof Error && failures.get(error.name)) || "broken";
}
