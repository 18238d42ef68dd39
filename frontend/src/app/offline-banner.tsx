/** Says that the network is gone, for as long as it is. */

import { useSyncExternalStore } from "react";
import { words } from "@/lib/words";
import { Icon } from "@/ui/icons";
import classes from "./offline-banner.module.css";

const say = words("app");

function subscribe(listener: () => void): () => void {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
}

export function OfflineBanner() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={classes.region}>
      {!online && (
        <p className={classes.banner}>
          <Icon name="offline" />
          {say("offline")}
        </p>
      )}
    </div>
  );
}
