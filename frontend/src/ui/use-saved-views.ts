/** The views that the signed-in person has saved, of the organization that they administer. */
import { useState } from "react";
import { organizationIdOf } from "@/api/acting";
import { useActing, useSignedIn } from "@/api/hooks";
import { changeViews, type Owner, readViews, type ViewChange, type Viewed } from "@/lib/saved-views";

/** Nobody, where nobody is signed in. */
export function useViewsOwner(): Owner | undefined {
  const user = useSignedIn()?.user;
  const elsewhere = organizationIdOf(useActing());
  return user && { organizationId: elsewhere ?? user.organizationId, userId: user.id };
}

export function useSavedViews(viewed: Viewed) {
  const owner = useViewsOwner();
  const [all, setAll] = useState(() => owner && readViews(owner));
  return {
    views: all?.[viewed] ?? [],
    change(change: ViewChange): void {
      if (owner) setAll(changeViews(owner, viewed, change));
    },
  };
}
