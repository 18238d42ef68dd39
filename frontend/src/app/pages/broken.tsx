/** The last resort: a page that failed says so, and offers the way back. */

import { Button } from "@mantine/core";
import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { words } from "@/lib/words";
import { BarePage } from "@/ui/bare-page";
import { Actions } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";

const say = words("app");

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
    <BarePage>
      <PageTitle>{say("broken")}</PageTitle>
      <Failure message={outdated ? say("broken.outdated") : describe(error)} />
      <Actions>
        <Button onClick={retry}>{say("try-again")}</Button>
        <a href="/">{say("start-page")}</a>
      </Actions>
    </BarePage>
  );
}
