/** The last resort: a page that failed says so, and offers the way back. */
import { Button } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { AuthCard } from "@/ui/auth-card";
import { Actions } from "@/ui/form";
import { PageTitle } from "@/ui/page-title";

export function Broken({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  // A page that was replaced by a newer release can no longer be fetched; loading the app anew brings the newer one.
  const outdated = error instanceof Error && !isRefusal(error) && /module|preload css/i.test(error.message);
  function retry(): void {
    if (outdated && navigator.onLine) {
      window.location.reload();
      return;
    }
    reset();
    void router.invalidate();
  }
  return (
    <AuthCard>
      <PageTitle>This page could not be shown</PageTitle>
      <p role="alert">
        {outdated ? "Nightlatch cannot be reached, or was updated meanwhile." : describe(error)}
      </p>
      <Actions>
        <Button onClick={retry}>Try again</Button>
        <a href="/">Go to the start page</a>
      </Actions>
    </AuthCard>
  );
}
