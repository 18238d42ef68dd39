/** What can be done to each kind of factor. */
import type { Factor } from "@/lib/factors";
import { removeAuthenticator, removePasskey, renameAuthenticator, renamePasskey } from "./changes";

export interface HeldFactor {
  id: string;
  name: string;
}

interface Kind {
  rename: (change: HeldFactor) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}

export const kinds: Record<Factor, Kind> = {
  totp: { rename: renameAuthenticator, remove: removeAuthenticator },
  passkey: { rename: renamePasskey, remove: removePasskey },
};
