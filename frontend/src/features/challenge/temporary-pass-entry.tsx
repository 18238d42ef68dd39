/** One field for what an administrator reads out: a reset code or a temporary pass. */
import { ForgivingEntry } from "./forgiving-entry";
import type { EntryProps } from "./totp-entry";

export function TemporaryPassEntry(props: EntryProps) {
  return (
    <ForgivingEntry
      {...props}
      label="Code from your administrator"
      description="Four groups of four characters. Capitals, spaces and hyphens do not matter. It works once, and for a limited time."
    />
  );
}
