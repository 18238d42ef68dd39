/** Proving within a session that it is its owner who acts: by a code, or by a passkey. */
import { useEffect, useState } from "react";
import { isWrongCode } from "@/api/problem";
import type { TwoFactor } from "@/api/types";
import { lengthsOf } from "@/lib/code-input";
import { prepare, stopAsking } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { useInsisted } from "@/ui/insisted";
import { OneTimeCode } from "@/ui/one-time-code";
import { TextButton } from "@/ui/text-button";
import { useWays } from "./ways";

const say = words("security");

/** `error`: why the last try failed. */
export function useProof({ authenticators, passkeys }: TwoFactor, error: unknown) {
  const { way, other, choose } = useWays({ authenticators, passkeys });
  const [code, setCode] = useState<string>();
  const [round, setRound] = useState(0);
  const insisted = useInsisted();

  useEffect(() => {
    // A code counts once, so the next try takes the next one.
    if (isWrongCode(error)) setRound((before) => before + 1);
  }, [error]);

  useEffect(() => {
    prepare();
    return () => void stopAsking();
  }, []);

  return {
    way,
    other,
    choose,
    lengths: lengthsOf(authenticators),
    /** Absent where a passkey is asked for instead. */
    code: way === "passkey" ? undefined : code,
    setCode,
    ready: way === "passkey" || code !== undefined,
    /** How many codes were wrong. */
    round,
    insisted,
  };
}

export type Proof = ReturnType<typeof useProof>;

interface Props {
  proof: Proof;
  /** What is said where a passkey is asked for. */
  passkey: string;
  round: number | undefined;
  busy: boolean;
  invalid?: boolean;
  onComplete?: (code: string) => void;
}

export function ProofEntry({ proof: { way, lengths, code, setCode, insisted }, passkey, ...entry }: Props) {
  if (way === "passkey") return <p>{passkey}</p>;
  return (
    <OneTimeCode
      {...entry}
      lengths={lengths}
      error={insisted.missing(!code, "invalid_code")}
      onChange={(code) => {
        setCode(code);
        insisted.relent();
      }}
    />
  );
}

export function OtherWay({ proof: { other, choose } }: { proof: Proof }) {
  return (
    other && (
      <div>
        <TextButton onClick={() => choose(other)}>{say(`instead.${other}`)}</TextButton>
      </div>
    )
  );
}
