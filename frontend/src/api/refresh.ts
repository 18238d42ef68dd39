/** Renews the access token with the cookie that only the browser sees. */
import { atService } from "@/lib/service";
import type { Exclusively } from "./exclusively";
import { problemOf, Refusal } from "./problem";
import type { SessionStore } from "./session";
import type { Authenticated } from "./types";

export type Send = (request: Request) => Promise<Response>;
/** Answers whether whoever was signed in is so now, or anybody where nobody was. `used` is the token that is no longer good. */
export type Refresh = (used: string | undefined) => Promise<boolean>;

export function createRefresh(parts: {
  send: Send;
  session: SessionStore;
  exclusively: Exclusively;
}): Refresh {
  const { send, session, exclusively } = parts;
  return (used) =>
    exclusively(async () => {
      // Whoever held the lock before may have brought a new token.
      if (session.token() !== used) return session.current().phase === "signedIn";
      const response = await send(
        new Request(atService("/v1/auth/refresh"), {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: "{}",
        }),
      );
      if (response.ok) return session.renew((await response.json()) as Authenticated);
      const problem = await problemOf(response);
      if (response.status !== 401) throw new Refusal(problem);
      session.end(used === undefined ? undefined : "expired");
      return false;
    });
}
