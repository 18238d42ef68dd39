/** By what somebody proves inside their session that it is them. */
import { useState } from "react";
import type { TwoFactor } from "@/api/types";
import type { Factor } from "@/lib/factors";
import { rememberedMethod } from "@/lib/remembered-method";
import { passkeysAreSupported } from "@/lib/webauthn";

type Held = Pick<TwoFactor, "authenticators" | "passkeys">;

interface Habits {
  passkeys: boolean;
  remembered: string | undefined;
}

/** What worked last comes first; what this browser cannot do comes last. */
export function waysOf({ authenticators, passkeys }: Held, habits: Habits): Factor[] {
  const passkey: Factor[] = passkeys.length > 0 ? ["passkey"] : [];
  const app: Factor[] = authenticators.length > 0 ? ["totp"] : [];
  const appFirst = !habits.passkeys || habits.remembered === "totp";
  return appFirst ? [...app, ...passkey] : [...passkey, ...app];
}

export function useWays(held: Held) {
  const ways = waysOf(held, { passkeys: passkeysAreSupported(), remembered: rememberedMethod() });
  const [chosen, choose] = useState<Factor>();
  const way = ways.find((way) => way === chosen) ?? ways[0] ?? "totp";
  return { way, other: ways.find((other) => other !== way), choose };
}
