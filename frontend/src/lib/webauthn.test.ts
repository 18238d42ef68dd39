import { afterEach, expect, test, vi } from "vitest";
import {
  askForPasskey,
  autofillIsSupported,
  failureOf,
  PasskeyError,
  passkeysAreSupported,
} from "./webauthn";

afterEach(() => vi.unstubAllGlobals());

test("what a browser throws has one of a few meanings", () => {
  const meaning = (name: string) => failureOf(new DOMException("", name));
  expect(meaning("NotAllowedError")).toBe("notGiven");
  expect(meaning("InvalidStateError")).toBe("known");
  expect(meaning("NotSupportedError")).toBe("unsupported");
  expect(meaning("SecurityError")).toBe("wrongSite");
  expect(meaning("AbortError")).toBe("superseded");
  expect([meaning("UnknownError"), failureOf(new TypeError()), failureOf("?")]).toEqual(
    Array(3).fill("broken"),
  );
});

test("a browser without passkeys is asked for none", async () => {
  expect(passkeysAreSupported()).toBe(false);
  expect(await autofillIsSupported()).toBe(false);
  const options = { challenge: "", rpId: "localhost", timeout: 1, allowCredentials: [] };
  const asked = askForPasskey({ ...options, userVerification: "preferred" });
  await expect(asked).rejects.toEqual(new PasskeyError("unsupported"));
});

test("an older browser has passkeys, and does not fill them in", async () => {
  vi.stubGlobal("PublicKeyCredential", class {});
  expect(passkeysAreSupported()).toBe(true);
  expect(await autofillIsSupported()).toBe(false);
});
