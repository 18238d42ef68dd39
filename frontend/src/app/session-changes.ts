/** Takes people where they belong when their session, or what it is good for, changes under them. */
import type { AnyRouter } from "@tanstack/react-router";
import { acting, session } from "@/api/client";
import { followOtherTabs, tellOtherTabs } from "@/api/other-tabs";
import { HOME } from "@/lib/return-path";
import { isAnythingUnsaved } from "@/lib/unsaved";
import { noteWhetherSignedIn } from "./signed-in-here";

export function followSession(router: AnyRouter): void {
  followOtherTabs();
  session.subscribe((state, before) => {
    noteWhetherSignedIn(state);
    if (before.phase !== "signedIn") {
      if (state.phase === "signedIn") tellOtherTabs({ word: "signedIn", user: state.user.id });
      return;
    }
    const next = router.state.location.href;
    if (state.phase === "anonymous") {
      // After signing out on purpose, the next person at this browser starts afresh.
      const isOver = state.over !== undefined;
      const to = {
        to: "/sign-in",
        search: isOver ? { next } : {},
        state: { unsaved: isOver && isAnythingUnsaved() },
      };
      void router.navigate({ ...to, replace: isOver, ignoreBlocker: true });
    } else if (state.phase === "signedIn" && state.mustEnroll && !before.mustEnroll) {
      void router.navigate({ to: "/set-up", search: { next }, replace: true, ignoreBlocker: true });
    }
  });
}

/** From pages of an organization that somebody may no longer administer. */
export function followActing(router: AnyRouter): void {
  acting.subscribe((state) => {
    if (state.phase === "left" && state.lost)
      void router.navigate({ to: HOME, replace: true, ignoreBlocker: true });
  });
}
