/** Who is signed in. The access token lives here, in memory, and nowhere else. */
import type { Authenticated, Notice, Session, User } from "./types";

export type SessionState =
  | { phase: "unknown" }
  | { phase: "anonymous"; over?: Over | undefined }
  /** The password was right; the token can do nothing except enroll. */
  | { phase: "enrolling"; token: string }
  | { phase: "signedIn"; token: string; staleAt: number; user: User; notices: Notice[]; mustEnroll: boolean };

/** Why a session has ended by itself: it was over, or the cookie is somebody else's by now; and whose it was. */
export interface Over {
  because: "expired" | "replaced";
  email?: string | undefined;
}

/** Why a session ends that nobody here has ended; `elsewhere`: in another tab, by its owner. */
export type Ending = Over["because"] | "elsewhere";

/** A token is renewed a little early, so that it does not expire on its way. */
const MARGIN_MS = 15_000;

export type SessionStore = ReturnType<typeof createSessionStore>;

export function createSessionStore(now: () => number = Date.now) {
  let state: SessionState = { phase: "unknown" };
  let holders = 0;
  let due: Ending | undefined;
  const listeners = new Set<(state: SessionState, before: SessionState) => void>();

  function become(next: SessionState): void {
    const before = state;
    state = next;
    for (const listener of listeners) listener(next, before);
  }

  function adopt({ session, notices }: Authenticated): void {
    const { accessToken, expiresIn, user }: Session = session;
    const staleAt = now() + expiresIn * 1000 - MARGIN_MS;
    due = undefined;
    become({ phase: "signedIn", token: accessToken, staleAt, user, notices, mustEnroll: false });
  }

  /** `because`: where nobody here wanted it. */
  function end(because?: Ending): void {
    if (because && holders > 0) {
      due ??= because;
      return;
    }
    const email = state.phase === "signedIn" ? state.user.email : undefined;
    const over = because && because !== "elsewhere" ? { because, email } : undefined;
    become({ phase: "anonymous", over });
  }

  return {
    current: () => state,
    token: () => ("token" in state ? state.token : undefined),
    isStale: () => state.phase === "signedIn" && now() >= state.staleAt,

    subscribe(listener: (state: SessionState, before: SessionState) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    adopt,

    /** Fresh tokens of the session that there is, if it is still the same person's: a page that shows one person is nobody else's. */
    renew(fresh: Authenticated): boolean {
      const isOthers = state.phase === "signedIn" && state.user.id !== fresh.session.user.id;
      if (isOthers) end("replaced");
      else adopt(fresh);
      return !isOthers;
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

    end,

    /**
     * What is shown once stays on the screen: a session that ends by itself does so here when what is returned has been called by
     * everybody who holds it.
     */
    hold(): () => void {
      holders += 1;
      return () => {
        holders -= 1;
        if (holders > 0 || !due) return;
        const because = due;
        due = undefined;
        end(because);
      };
    },
  };
}
