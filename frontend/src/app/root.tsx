/** What every page has: word of a lost connection, where mail goes in development, and the dialog that asks for a second factor. */

import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useGateIsOpen } from "@/api/hooks";
import { DevelopmentBar } from "./development-bar";
import { OfflineBanner } from "./offline-banner";

const StepUpDialog = lazy(async () => {
  const { stepUpDialog } = await import("./pages/signed-in");
  return { default: (await stepUpDialog()).StepUpDialog };
});

export function Root() {
  const gateIsOpen = useGateIsOpen();
  return (
    <>
      <OfflineBanner />
      <Outlet />
      <DevelopmentBar />
      {gateIsOpen && (
        <Suspense fallback={null}>
          <StepUpDialog />
        </Suspense>
      )}
    </>
  );
}
