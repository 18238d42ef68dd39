/** The guided set-up that is asked for: in a session, or on the way into one. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { session } from "@/api/client";
import { signOut } from "@/api/sign-out";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import { asDeadline } from "@/lib/moments";
import { returnPath } from "@/lib/return-path";
import { AuthCard } from "@/ui/auth-card";
import { TextButton } from "@/ui/text-button";

/** For somebody who is signed in, from whom the organization asks a second factor from now on. */
export function SetUp() {
  const { next } = useSearch({ from: "/set-up" });
  const navigate = useNavigate();
  const finish = useCallback(() => navigate({ to: returnPath(next), replace: true }), [navigate, next]);
  const giveUp = useCallback(() => session.end({ expired: true }), []);
  return (
    <AuthCard wide>
      <p>
        Your organization requires two-factor authentication from now on. Setting it up takes about two
        minutes.
      </p>
      <EnrollmentWizard first onDone={finish} onSignedOut={giveUp} />
      <TextButton onClick={() => void signOut()}>Sign out instead</TextButton>
    </AuthCard>
  );
}

interface Props {
  /** What the sign-in has shown already. */
  after: "password" | "reset" | "pass";
  /** By when it was to be done. */
  deadline?: string;
  onDone: () => void;
  onSignedOut: () => void;
}

export function SetUpAtSignIn({ after, deadline, ...outcomes }: Props) {
  return (
    <>
      <p>
        {after === "password"
          ? `Your organization requires two-factor authentication${byWhen(deadline)}. Setting it up takes about two minutes.`
          : "Your code is right. Now set up a new authenticator, and you are signed in."}
      </p>
      <EnrollmentWizard first={after !== "pass"} {...outcomes} />
    </>
  );
}

function byWhen(deadline: string | undefined): string {
  if (!deadline) return "";
  return Date.parse(deadline) <= Date.now()
    ? `, and the time to set it up later ended on ${asDeadline(deadline)}`
    : ` by ${asDeadline(deadline)}`;
}
