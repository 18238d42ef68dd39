/** The guided set-up that is asked for: in a session, or on the way into one. */

import { useLoaderData, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { answer, api, refresh, session } from "@/api/client";
import { describe } from "@/api/messages";
import { signOut } from "@/api/sign-out";
import type { Method } from "@/api/types";
import type { Leave } from "@/features/enrollment/way-out";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import type { Demanding } from "@/features/login/flow";
import { factorsOf } from "@/lib/factors";
import { asDeadline } from "@/lib/moments";
import { returnPath } from "@/lib/return-path";
import { words } from "@/lib/words";
import { AuthCard } from "@/ui/auth-card";
import { Failure } from "@/ui/message";

const say = words("enrollment");

/** What somebody has, and what they may set up. */
export const readTwoFactor = () => answer(api.GET("/v1/me/two-factor"));

/** For somebody who is signed in, from whom the organization asks a second factor from now on. */
export function SetUp() {
  const { next } = useSearch({ from: "/set-up" });
  const { offers, state } = useLoaderData({ from: "/set-up" });
  const navigate = useNavigate();
  const finish = useCallback(
    async (codesUnseen: boolean) => {
      if (!codesUnseen) return navigate({ to: returnPath(next), replace: true });
      // The lost answer said that nothing is asked for any more.
      await refresh(session.token()).catch(() => undefined);
      await navigate({ to: "/security", state: { done: say("added.unseen") }, replace: true });
    },
    [navigate, next],
  );
  const giveUp = useCallback(() => session.end("expired"), []);
  const [failure, setFailure] = useState<unknown>();

  function leave(): void {
    setFailure(undefined);
    signOut().catch(setFailure);
  }

  return (
    <AuthCard wide>
      <Failure message={describe(failure)} />
      <EnrollmentWizard
        offers={factorsOf(offers)}
        first={state === "notEnabled"}
        reason={say(state === "notEnabled" ? "demanded" : "demanded.other")}
        onDone={finish}
        onSignedOut={giveUp}
        leave={{ label: say("sign-out"), onClick: leave }}
      />
    </AuthCard>
  );
}

interface Props {
  /** What the sign-in has shown already. */
  after: Demanding;
  /** By when it was to be done. */
  deadline?: string;
  /** What may be set up. */
  offers: Method[];
  onDone: () => void;
  onSignedOut: () => void;
  leave: Leave;
}

export function SetUpAtSignIn({ after, deadline, offers, leave, ...outcomes }: Props) {
  const first = after === "password" || after === "reset";
  function forget(): void {
    session.end();
    leave.onClick();
  }
  return (
    <EnrollmentWizard
      offers={factorsOf(offers)}
      first={first}
      reason={reasonFor(after, deadline)}
      leave={{ ...leave, onClick: forget }}
      {...outcomes}
    />
  );
}

function reasonFor(after: Demanding, deadline: string | undefined): string {
  if (after === "reset" || after === "pass") return say("asked.right");
  if (!deadline) return say(`asked.${after}`);
  const passed = Date.parse(deadline) <= Date.now();
  return say(`asked.${after}-${passed ? "since" : "by"}`, { deadline: asDeadline(deadline) });
}
