/** How long answers are good, and when asking again is worth it. */
import { QueryClient } from "@tanstack/react-query";
import { organizationIdOf } from "@/api/acting";
import { acting, session } from "@/api/client";
import { isRefusal, Unreachable } from "@/api/problem";
import { installation, mine } from "@/api/queries";

const TRIES = 2;

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) =>
        failures < TRIES &&
        (error instanceof Unreachable || isRefusal(error, "overloaded") || isRefusal(error, "not_ready")),
      retryDelay: (failures, error) => {
        const asked = isRefusal(error) ? error.problem.retryAfter : undefined;
        return Math.min((asked ?? 2 ** failures) * 1000, 10_000);
      },
    },
    // Without a network a change fails at once and says so, instead of happening some time later.
    // And nothing is kept of it: a change may hold a password, its answer recovery codes.
    mutations: { networkMode: "always", gcTime: 0 },
  },
});

// What one person has seen is not for the next one at this browser.
session.subscribe((state, before) => {
  const same = state.phase === "signedIn" && before.phase === "signedIn" && before.user.id === state.user.id;
  if (!same) queries.clear();
});

// What one organization holds is not to be seen among what another one does.
const lasting: unknown[] = [...mine, ...installation];
acting.subscribe((state, before) => {
  if (organizationIdOf(state) === organizationIdOf(before)) return;
  queries.removeQueries({ predicate: ({ queryKey: [about] }) => !lasting.includes(about) });
});
