/** One change of session at a time, over all tabs of this browser. */

export type Exclusively = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Refresh tokens are single use, and a second use ends the session: two tabs must never present the same one. Web
 * Locks exist in secure contexts only; without them, this page at least waits for itself.
 */
export function createExclusively(locks: LockManager | undefined): Exclusively {
  if (locks)
    return (task) => locks.request("nightlatch.session", task) as Promise<Awaited<ReturnType<typeof task>>>;
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const mine = last.then(task, task);
    last = mine.catch(() => undefined);
    return mine;
  };
}
