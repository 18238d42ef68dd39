/** What every page has: word of a lost connection, and the dialog that asks for a second factor. */
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useGateIsOpen } from "@/api/hooks";
import { OfflineBanner } from "./offline-banner";

const StepUpDialog = lazy(async () => {
  const { StepUpDialog } = await import("@/features/challenge/step-up-dialog");
  return { default: StepUpDialog };
});

export function Root() {
  const gateIsOpen = useGateIsOpen();
  return (
    <>
      <OfflineBanner />
      <Outlet />
      {gateIsOpen && (
        <Suspense fallback={null}>
          <StepUpDialog />
        </Suspense>
      )}
    </>
  );
}
