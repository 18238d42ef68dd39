/** The guided set-up for somebody who is signed in, from whom the organization asks a second factor from now on. */
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { session } from "@/api/client";
import { signOut } from "@/api/sign-out";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import { returnPath } from "@/lib/return-path";
import { AuthCard } from "@/ui/auth-card";
import { TextButton } from "@/ui/text-button";

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
