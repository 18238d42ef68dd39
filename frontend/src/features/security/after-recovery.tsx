/** What follows from a recovery code: it is gone, and so may be the phone. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useFrozen } from "@/api/hooks";
import { lastProof } from "@/api/proof";
import type { TwoFactor } from "@/api/types";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";

const say = words("security");

export function AfterRecovery({ twoFactor: { authenticators, recoveryCodes } }: { twoFactor: TwoFactor }) {
  const frozen = useFrozen();
  if (frozen || lastProof() !== "recoveryCode") return null;
  const { remaining: left, total: all } = recoveryCodes;
  return (
    <Message tone="info">
      {authenticators.length > 0
        ? say.rich("after-recovery", { left, all, link: <Replace authenticators={authenticators} /> })
        : say.rich("after-recovery.passkey", { left, all, link: <Link to="/security/passkeys/new" /> })}
    </Message>
  );
}

function Replace({ authenticators, children }: Pick<TwoFactor, "authenticators"> & { children?: ReactNode }) {
  const [first, ...others] = authenticators;
  return first && others.length === 0 ? (
    <Link to="/security/authenticators/$id/replace" params={{ id: first.id }}>
      {children}
    </Link>
  ) : (
    <Link to="/security" hash="authenticators">
      {children}
    </Link>
  );
}
