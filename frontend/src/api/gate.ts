/** Where a request waits while the person proves their second factor. */
import type { SessionStore } from "./session";

export type Gate = ReturnType<typeof createGate>;

export function createGate(session: SessionStore) {
  let waiting: { promise: Promise<boolean>; settle: (passed: boolean) => void } | undefined;
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };

  function settle(passed: boolean): void {
    const settled = waiting;
    waiting = undefined;
    announce();
    settled?.settle(passed);
  }

  const isOver = () => session.current().phase !== "signedIn";

  // Nobody is left whose factor it could be.
  session.subscribe(() => {
    if (waiting && isOver()) settle(false);
  });

  return {
    isOpen: () => waiting !== undefined,

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** All requests that wait at the same time share one dialog. */
    pass(): Promise<boolean> {
      if (isOver()) return Promise.resolve(false);
      if (!waiting) {
        let settle: (passed: boolean) => void = () => undefined;
        const promise = new Promise<boolean>((resolve) => {
          settle = resolve;
        });
        waiting = { promise, settle };
        announce();
      }
      return waiting.promise;
    },

    settle,
  };
}
