/** The state of somebody's second factor, as a tag. */
import type { ListedUser } from "@/api/types";
import { words } from "@/lib/words";
import { Tag } from "@/ui/tag";

const say = words("admin-users");

const tones = { enabled: "good", expired: "warn", notEnabled: "quiet" } as const;

export function FactorState({ twoFactor: { state, resetPending } }: Pick<ListedUser, "twoFactor">) {
  if (resetPending) return <Tag tone="warn">{say("state.reset")}</Tag>;
  return <Tag tone={tones[state]}>{say(`state.${state}`)}</Tag>;
}
