/** One field for what an administrator reads out: a reset code or a temporary pass. */
import { words } from "@/lib/words";
import { ForgivingEntry } from "./forgiving-entry";
import type { EntryProps } from "./totp-entry";

const say = words("challenge");

export function TemporaryPassEntry(props: EntryProps) {
  return (
    <ForgivingEntry
      {...props}
      label={say("temporary-pass")}
      description={say("temporary-pass.description")}
    />
  );
}
