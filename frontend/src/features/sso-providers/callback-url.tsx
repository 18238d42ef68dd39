/** Where browsers come back to from a provider, for the provider to be told. */
import { words } from "@/lib/words";
import { Copyable } from "@/ui/copyable";

const say = words("sso-providers");

export function CallbackUrl({ url, of }: { url: string; of?: string }) {
  return (
    <Copyable
      text={url}
      label={say("copy")}
      spoken={of ? say("copy.spoken-of", { name: of }) : say("copy.spoken")}
    />
  );
}
