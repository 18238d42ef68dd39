/** Where browsers come back to from a provider, for the provider to be told. */
import { CopyButton } from "@/ui/copy-button";
import classes from "./providers.module.css";

export function CallbackUrl({ url, of }: { url: string; of?: string }) {
  return (
    <div className={classes.callback}>
      <code>{url}</code>
      <CopyButton text={url} label="Copy" spoken={`Copy callback URL${of ? ` of ${of}` : ""}`} />
    </div>
  );
}
