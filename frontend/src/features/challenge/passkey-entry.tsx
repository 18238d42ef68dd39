/** What stands in the place of an entry where a passkey is asked for. */
import { Message } from "@/ui/message";

export function PasskeyEntry() {
  return (
    <Message tone="info">This page cannot ask for your passkey yet. Use another way to confirm.</Message>
  );
}
