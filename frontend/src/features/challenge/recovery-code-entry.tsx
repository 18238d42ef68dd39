/** One field for a recovery code. */
import { ForgivingEntry } from "./forgiving-entry";
import type { EntryProps } from "./totp-entry";

export function RecoveryCodeEntry(props: EntryProps) {
  return (
    <ForgivingEntry
      {...props}
      label="Recovery code"
      description="Six groups of four characters. Capitals, spaces and hyphens do not matter."
    />
  );
}
