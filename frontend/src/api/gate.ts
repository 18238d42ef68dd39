/** Where a request waits while the person proves their second factor. */

export type Gate = ReturnType<typeof createGate>;

export function createGate() {
  let waiting: { promise: Promise<boolean>; settle: (passed: boolean) => void } | undefined;
  const listeners = new Set<() => void>();
  const announce = () => {
    for (const listener of listeners) listener();
  };

  return {
    isOpen: () => waiting !== undefined,

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** All requests that wait at the same time share one dialog. */
    pass(): Promise<boolean> {
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

    settle(passed: boolean): void {
      const settled = waiting;
      waiting = undefined;
      announce();
      settled?.settle(passed);
    },
  };
}
