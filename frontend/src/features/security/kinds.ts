/** What can be done to each kind of factor, and what is said about that. */
import type { Factor } from "@/lib/factors";
import { removeAuthenticator, removePasskey, renameAuthenticator, renamePasskey } from "./changes";

export interface HeldFactor {
  id: string;
  name: string;
}

export interface Kind {
  rename: (change: HeldFactor) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
  /** Said to those who wanted to remove the last factor. */
  only: string;
  /** What follows from removing one of several. */
  consequence: string;
}

const REST_STAYS = "The rest of your second factor and your recovery codes stay as they are.";

export const kinds: Record<Factor, Kind> = {
  totp: {
    rename: renameAuthenticator,
    remove: removeAuthenticator,
    only: "This is your only authenticator: it cannot be removed by itself.",
    consequence: `Its codes stop working at once. ${REST_STAYS}`,
  },
  passkey: {
    rename: renamePasskey,
    remove: removePasskey,
    only: "This is your only passkey: it cannot be removed by itself.",
    consequence: `It opens nothing here any more. Your device keeps it until you delete it there, too. ${REST_STAYS}`,
  },
};
