/** Who is signed in. The access token lives here, in memory, and nowhere else. */
import type { Authenticated, Notice, Session, User } from "./types";

export type SessionState =
  | { phase: "unknown" }
  | { phase: "anonymous"; expired: boolean }
  /** The password was right; the token can do nothing except enroll. */
  | { phase: "enrolling"; token: string }
  | { phase: "signedIn"; token: string; staleAt: number; user: User; notices: Notice[]; mustEnroll: boolean };

/** A token is renewed a little early, so that it does not expire on its way. */
const MARGIN_MS = 15_000;

export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore(now: () => number = Date.now) {
  let state: SessionState = { phase: "unknown" };
  const listeners = new Set<(state: SessionState, before: SessionState) => void>();

  function become(next: SessionState): void {
    const before = state;
    state = next;
    for (const listener of listeners) listener(next, before);
  }

  return {
    current: () => state,
    token: () => ("token" in state ? state.token : undefined),
    isStale: () => state.phase === "signedIn" && now() >= state.staleAt,

    subscribe(listener: (state: SessionState, before: SessionState) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    adopt({ session, notices }: Authenticated): void {
      const { accessToken, expiresIn, user }: Session = session;
      const staleAt = now() + expiresIn * 1000 - MARGIN_MS;
      become({ phase: "signedIn", token: accessToken, staleAt, user, notices, mustEnroll: false });
    },

    /** News about the same session. */
    update(news: { user?: User; notices?: Notice[] }): void {
      if (state.phase !== "signedIn") return;
      become({ ...state, user: news.user ?? state.user, notices: news.notices ?? state.notices });
    },

    /** The policy was raised while this session lived. */
    demandEnrollment(): void {
      if (state.phase === "signedIn" && !state.mustEnroll) become({ ...state, mustEnroll: true });
    },

    beginEnrollment(token: string): void {
      become({ phase: "enrolling", token });
    },

    end({ expired }: { expired: boolean }): void {
      become({ phase: "anonymous", expired });
    },
  };
}
