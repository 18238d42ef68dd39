/** The state of somebody's second factor, as a tag. */
import type { ListedUser } from "@/api/types";
import { Tag } from "@/ui/tag";
import { RESET_PENDING, stateWords } from "./words";

const tones = { enabled: "good", expired: "warn", notEnabled: "quiet" } as const;

export function FactorState({ twoFactor: { state, resetPending } }: Pick<ListedUser, "twoFactor">) {
  if (resetPending) return <Tag tone="warn">{RESET_PENDING}</Tag>;
  return <Tag tone={tones[state]}>{stateWords[state]}</Tag>;
}
