/** The guided set-up that is asked for: in a session, or on the way into one. */
import { useLoaderData, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { answer, api, session } from "@/api/client";
import { signOut } from "@/api/sign-out";
import type { Method } from "@/api/types";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import type { Demanding } from "@/features/login/flow";
import { factorsOf } from "@/lib/factors";
import { asDeadline } from "@/lib/moments";
import { returnPath } from "@/lib/return-path";
import { AuthCard } from "@/ui/auth-card";
import { TextButton } from "@/ui/text-button";

/** What somebody has, and what they may set up. */
export const readTwoFactor = () => answer(api.GET("/v1/me/two-factor"));

/** For somebody who is signed in, from whom the organization asks a second factor from now on. */
export function SetUp() {
  const { next } = useSearch({ from: "/set-up" });
  const { offers, state } = useLoaderData({ from: "/set-up" });
  const navigate = useNavigate();
  const finish = useCallback(() => navigate({ to: returnPath(next), replace: true }), [navigate, next]);
  const giveUp = useCallback(() => session.end({ expired: true }), []);
  return (
    <AuthCard wide>
      <p>
        {state === "notEnabled"
          ? "Your organization requires two-factor authentication from now on."
          : "Your organization requires another second factor than the one that you have."}{" "}
        Setting it up takes about two minutes.
      </p>
      <EnrollmentWizard
        offers={factorsOf(offers)}
        first={state === "notEnabled"}
        onDone={finish}
        onSignedOut={giveUp}
      />
      <TextButton onClick={() => void signOut()}>Sign out instead</TextButton>
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
}

export function SetUpAtSignIn({ after, deadline, offers, ...outcomes }: Props) {
  const first = after === "password" || after === "reset";
  return (
    <>
      <p>{reasons[after](byWhen(deadline))}</p>
      <EnrollmentWizard offers={factorsOf(offers)} first={first} {...outcomes} />
    </>
  );
}

const RIGHT = "Your code is right. Now set up a new second factor, and you are signed in.";

const reasons: Record<Demanding, (byWhen: string) => string> = {
  password: (byWhen) =>
    `Your organization requires two-factor authentication${byWhen}. Setting it up takes about two minutes.`,
  reset: () => RIGHT,
  pass: () => RIGHT,
  factor: (byWhen) =>
    `Your organization requires another second factor than the one that you just used${byWhen}. Set it up, and you are signed in.`,
};

function byWhen(deadline: string | undefined): string {
  if (!deadline) return "";
  return Date.parse(deadline) <= Date.now()
    ? `, and the time to set it up later ended on ${asDeadline(deadline)}`
    : ` by ${asDeadline(deadline)}`;
}
