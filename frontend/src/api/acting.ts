/** Which organization a superadministrator administers, where it is not their own. Ends with the tab. */
import type { SessionState, SessionStore } from "./session";
import type { Organization } from "./types";

export type OtherOrganization = Pick<Organization, "id" | "name">;

export type Acting =
  | { phase: "own" }
  /** `by`: the user who entered; nobody else at this browser goes on with it. */
  | { phase: "elsewhere"; by: string; organization: OtherOrganization }
  /** Over, by the user's own wish or since the right to it is lost. */
  | { phase: "left"; organization: OtherOrganization; lost: boolean };

export type ActingStore = ReturnType<typeof createActing>;

export function createActing(session: SessionStore, storage: () => Storage) {
  let state = read(storage);
  const listeners = new Set<(state: Acting, before: Acting) => void>();

  function become(next: Acting): void {
    if (next === state) return;
    const before = state;
    state = next;
    write(storage, state);
    for (const listener of listeners) listener(state, before);
  }

  session.subscribe((now) => become(after(state, now)));

  return {
    current: () => state,
    organizationId: () => organizationIdOf(state),

    subscribe(listener: (state: Acting, before: Acting) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    enter({ id, name }: OtherOrganization): void {
      const now = session.current();
      if (now.phase !== "signedIn" || now.user.organizationId === id) return;
      become(after({ phase: "elsewhere", by: now.user.id, organization: { id, name } }, now));
    },

    leave(): void {
      if (state.phase === "elsewhere")
        become({ phase: "left", organization: state.organization, lost: false });
    },

    /** What was said about the end has been read. */
    settle(): void {
      if (state.phase === "left") become({ phase: "own" });
    },

    /** The organization may be called something else now. */
    rename({ id, name }: OtherOrganization): void {
      if (state.phase !== "elsewhere" || state.organization.id !== id) return;
      become({ ...state, organization: { id, name } });
    },
  };
}

export function organizationIdOf(state: Acting): string | undefined {
  return state.phase === "elsewhere" ? state.organization.id : undefined;
}

/** What a change of session leaves of it. An expired session may go on, if the same person signs in again. */
function after(state: Acting, session: SessionState): Acting {
  if (session.phase === "anonymous" && !session.over) return OWN;
  if (state.phase !== "elsewhere" || session.phase !== "signedIn") return state;
  if (session.user.id !== state.by) return OWN;
  if (session.user.permissions.includes("organizations.write")) return state;
  return { phase: "left", organization: state.organization, lost: true };
}

const OWN: Acting = { phase: "own" };

const KEY = "nightlatch.acting";

function read(storage: () => Storage): Acting {
  try {
    const kept = JSON.parse(storage().getItem(KEY) ?? "null");
    const texts = [kept?.by, kept?.organization?.id, kept?.organization?.name];
    if (texts.every((text) => typeof text === "string")) return kept;
  } catch {
    // A browser that keeps nothing, or something else: then it is one's own organization.
  }
  return OWN;
}

function write(storage: () => Storage, state: Acting): void {
  try {
    if (state.phase === "elsewhere") storage().setItem(KEY, JSON.stringify(state));
    else storage().removeItem(KEY);
  } catch {
    // Then it lasts as long as the page.
  }
}
