/** Where an address leads that is none of the app's: whoever is signed in keeps the way on. */
import { lazy, Suspense } from "react";
import { useSession } from "@/api/hooks";
import { NotFound } from "./not-found";
import { Pending } from "./pending";
import { shell } from "./signed-in";

const Framed = lazy(async () => {
  const { Shell, readFrame } = await shell();
  await readFrame();
  return { default: () => <Shell page={<NotFound />} /> };
});

export function Nowhere() {
  const state = useSession();
  if (state.phase !== "signedIn" || state.mustEnroll) return <NotFound />;
  return (
    <Suspense fallback={<Pending />}>
      <Framed />
    </Suspense>
  );
}
