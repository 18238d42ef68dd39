/** One field for a recovery code. */
import { words } from "@/lib/words";
import { ForgivingEntry } from "./forgiving-entry";
import type { EntryProps } from "./totp-entry";

const say = words("challenge");

export function RecoveryCodeEntry(props: EntryProps) {
  return (
    <ForgivingEntry {...props} label={say("recovery-code")} description={say("recovery-code.description")} />
  );
}
