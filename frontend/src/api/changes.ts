/** Changes, and what is asked for anew after them. */
import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";

/** Gives the hook for changes after which everything under these keys is asked for anew. */
export function changesOf(...keys: QueryKey[]) {
  return function useChange<Input, Output>(change: (input: Input) => Promise<Output>) {
    const queries = useQueryClient();
    return useMutation({
      mutationFn: change,
      onSuccess: () => {
        for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
      },
    });
  };
}
