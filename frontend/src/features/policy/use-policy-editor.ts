/** Edits the policy. */
import { useQueryClient } from "@tanstack/react-query";
import { useEditing } from "@/api/editing";
import { me, mine, policy as stored } from "@/api/queries";
import type { Policy } from "@/api/types";
import { draftOf, inOrder, isChanged, isValid } from "./draft";
import { previews, savePolicy } from "./queries";

export function usePolicyEditor(policy: Policy) {
  const queries = useQueryClient();
  return useEditing(policy, {
    queryKey: stored.queryKey,
    draftOf,
    isChanged,
    isValid,
    settingsOf: inOrder,
    replace: savePolicy,
    onStored: () => {
      void queries.invalidateQueries({ queryKey: mine });
      void queries.invalidateQueries({ queryKey: previews });
      // What the new policy asks of the editor comes as a notice. Not with a fresh session: whoever loads the page
      // anew while one is on its way presents the cookie a second time, and is signed out.
      queries.fetchQuery({ ...me, staleTime: 0 }).catch(() => undefined);
    },
  });
}
