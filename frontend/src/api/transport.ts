/** The way of every request: token, organization, refresh, second factor, and the session that an answer may bring. */
import { atService } from "@/lib/service";
import type { ActingStore } from "./acting";
import type { Exclusively } from "./exclusively";
import { Cancelled, problemOf } from "./problem";
import type { Refresh, Send } from "./refresh";
import type { SessionStore } from "./session";
import type { Authenticated } from "./types";

export interface Parts {
  send: Send;
  session: SessionStore;
  acting: Pick<ActingStore, "organizationId">;
  refresh: Refresh;
  /** Asks the person for their second factor; false when they decline. */
  stepUp: () => Promise<boolean>;
  exclusively: Exclusively;
}

export function createTransport({ send, session, acting, refresh, stepUp, exclusively }: Parts): Send {
  async function attempt(request: Request): Promise<Response> {
    const token = needsToken(request) ? session.token() : undefined;
    if (token) request.headers.set("authorization", `Bearer ${token}`);
    // An answer may bring a new cookie: no other tab shall present the old one meanwhile.
    const response = await (mayChangeSession(request) ? exclusively(() => send(request)) : send(request));
    await adoptFrom(response, session);
    return response;
  }

  /** Asks who the caller is by now: the answer tells the session. */
  async function lookAgain(): Promise<void> {
    await attempt(new Request(atService("/v1/me"))).catch(() => undefined);
  }

  return async (request) => {
    if (!needsToken(request)) return attempt(request);
    // Once and for all: what waits for a second factor is done where it was asked for.
    const elsewhere = isAdministrative(request) ? acting.organizationId() : undefined;
    if (elsewhere) request.headers.set(ORGANIZATION, elsewhere);
    // Whose session is over has asked for nothing.
    if (session.isStale() && !(await refresh(session.token()))) throw new Cancelled();

    const used = session.token();
    let response = await attempt(request.clone());
    if (session.current().phase === "enrolling") return response;
    if (used && (await says(response, "unauthenticated", "session_expired"))) {
      if (!(await refresh(used))) return response;
      response = await attempt(request.clone());
    }
    if (await says(response, "step_up_required")) {
      if (!(await stepUp())) throw new Cancelled();
      response = await attempt(request);
    }
    if (await says(response, "enrollment_required")) session.demandEnrollment();
    // Whoever may act there no longer hears that there is no such organization.
    if (elsewhere && (response.status === 404 || response.status === 403)) await lookAgain();
    return response;
  };
}

const ORGANIZATION = "nightlatch-organization";

/** About one organization, so that it can be asked of another one; a person's own account is theirs everywhere. */
function isAdministrative(request: Request): boolean {
  return /^\/v1\/(?!(auth|me|organizations|verify)(\/|$))/.test(new URL(request.url).pathname);
}

const WITHOUT_TOKEN =
  /^\/v1\/auth\/(config|login|refresh|challenges\/|invitation$|activate$|password\/|email\/confirm$|passkey\/|objection$)/;

function needsToken(request: Request): boolean {
  return !WITHOUT_TOKEN.test(new URL(request.url).pathname);
}

function mayChangeSession(request: Request): boolean {
  return request.method !== "GET" && /^\/v1\/(auth|me)(\/|$)/.test(new URL(request.url).pathname);
}

async function says(response: Response, ...codes: string[]): Promise<boolean> {
  if (response.status !== 401 && response.status !== 403) return false;
  return codes.includes((await problemOf(response)).code);
}

async function adoptFrom(response: Response, session: SessionStore): Promise<void> {
  if (!response.ok || !response.headers.get("content-type")?.startsWith("application/json")) return;
  const body = (await response.clone().json()) as Partial<Authenticated> & {
    user?: Authenticated["session"]["user"];
  };
  if (body.session) session.adopt({ session: body.session, notices: body.notices ?? [] });
  else if (body.user && body.notices) session.update({ user: body.user, notices: body.notices });
}
