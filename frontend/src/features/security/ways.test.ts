import { expect, test } from "vitest";
import type { Authenticator, Passkey } from "@/api/types";
import { waysOf } from "./ways";

const authenticators = [{ id: "a" } as Authenticator];
const passkeys = [{ id: "p" } as Passkey];
const both = { authenticators, passkeys };
const fresh = { passkeys: true, remembered: undefined };

test("only what somebody has is a way", () => {
  expect(waysOf({ authenticators, passkeys: [] }, fresh)).toEqual(["totp"]);
  expect(waysOf({ authenticators: [], passkeys }, { passkeys: false, remembered: "totp" })).toEqual([
    "passkey",
  ]);
});

test("what worked last comes first, and what the browser cannot do comes last", () => {
  expect(waysOf(both, fresh)).toEqual(["passkey", "totp"]);
  expect(waysOf(both, { passkeys: true, remembered: "totp" })).toEqual(["totp", "passkey"]);
  expect(waysOf(both, { passkeys: false, remembered: "passkey" })).toEqual(["totp", "passkey"]);
});
