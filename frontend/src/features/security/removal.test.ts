import { expect, test } from "vitest";
import type { Authenticator, Passkey } from "@/api/types";
import { removalOf } from "./removal";

const authenticators = [{ id: "a" } as Authenticator];
const passkeys = [{ id: "p" } as Passkey];

test("the last factor of all goes with the rest, or not at all", () => {
  expect(removalOf({ authenticators, passkeys, canDisable: false })).toBe("alone");
  expect(removalOf({ authenticators: [], passkeys, canDisable: true })).toBe("turnOff");
  expect(removalOf({ authenticators, passkeys: [], canDisable: false })).toBe("never");
});
