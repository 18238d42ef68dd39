/** Where browsers come back to from a provider, for the provider to be told. */
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import classes from "./providers.module.css";

const say = words("sso-providers");

export function CallbackUrl({ url, of }: { url: string; of?: string }) {
  return (
    <div className={classes.callback}>
      <code>{url}</code>
      <CopyButton
        text={url}
        label={say("copy")}
        spoken={of ? say("copy.spoken-of", { name: of }) : say("copy.spoken")}
      />
    </div>
  );
}
