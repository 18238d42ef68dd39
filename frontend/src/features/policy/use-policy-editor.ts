/** Edits on top of the stored policy, and what became of saving them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isRefusal } from "@/api/problem";
import { me, mine, policy as stored } from "@/api/queries";
import type { Policy, PolicySettings } from "@/api/types";
import { draftOf, type Edits, inOrder, isChanged, isValid } from "./draft";
import { previews, savePolicy } from "./queries";

export function usePolicyEditor(policy: Policy) {
  const [edits, setEdits] = useState<Edits>({});
  const queries = useQueryClient();
  const save = useMutation({
    mutationFn: savePolicy,
    onSuccess: (saved) => {
      queries.setQueryData(stored.queryKey, saved);
      setEdits({});
      void queries.invalidateQueries({ queryKey: mine });
      void queries.invalidateQueries({ queryKey: previews });
      // What the new policy asks of the editor comes as a notice. Not with a fresh session: whoever loads the page
      // anew while one is on its way presents the cookie a second time, and is signed out.
      queries.fetchQuery({ ...me, staleTime: 0 }).catch(() => undefined);
    },
    onError: (error) => {
      if (isRefusal(error, "stale_version")) void queries.invalidateQueries({ queryKey: stored.queryKey });
    },
  });

  const draft = draftOf(policy, edits);
  const edit = (change: Edits) => {
    if (save.isSuccess) save.reset();
    setEdits((before) => ({ ...before, ...change }));
  };
  return {
    draft,
    save,
    changed: isChanged(policy, edits),
    valid: isValid(draft),
    edit,
    discard: () => {
      save.reset();
      setEdits({});
    },
    arrange: () => edit({ phases: inOrder(draft).phases }),
    submit: () =>
      save.mutate({ version: policy.version ?? 0, settings: inOrder(draft) satisfies PolicySettings }),
  };
}
