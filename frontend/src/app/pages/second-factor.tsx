/** Adding a factor, or replacing an authenticator: the guided set-up within the signed-in pages. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { refresh, session } from "@/api/client";
import { mine, twoFactor } from "@/api/queries";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import { type Factor, factorsOf } from "@/lib/factors";
import { words } from "@/lib/words";
import { Column } from "@/ui/column";
import { PageTitle } from "@/ui/page-title";
import { QueryView } from "@/ui/query-view";

const say = words("enrollment");

export function AddAuthenticator() {
  return <SetUp factor="totp" />;
}

export function AddPasskey() {
  return <SetUp factor="passkey" />;
}

/** Whoever has no second factor yet chooses among those that the organization takes. */
export function SetUpTwoFactor() {
  return <SetUp />;
}

export function ReplaceAuthenticator() {
  const { id } = useParams({ from: "/signed-in/security/authenticators/$id/replace" });
  return <SetUp factor="totp" replaces={id} />;
}

function SetUp({ factor, replaces }: { factor?: Factor; replaces?: string }) {
  const query = useQuery(twoFactor);
  const queries = useQueryClient();
  const navigate = useNavigate();

  const finish = useCallback(
    async (codesUnseen: boolean) => {
      // Of a first factor the top of the page tells by itself.
      const done = replaces ? say("added.replaced") : factor && say(`added.${factor}`);
      await navigate({ to: "/security", state: { done: codesUnseen ? say("added.unseen") : done } });
      await queries.invalidateQueries({ queryKey: mine });
    },
    [navigate, queries, replaces, factor],
  );
  const leave = () => void navigate({ to: "/security", hash: replaces && "authenticators" });
  const signInAgain = useCallback(() => refresh(session.token()), []);

  return (
    <Column>
      {query.data === undefined && <PageTitle>{titleOf(factor)}</PageTitle>}
      <QueryView query={query}>
        {({ state, offers }) => (
          <EnrollmentWizard
            offers={factor ? [factor] : factorsOf(offers)}
            first={state === "notEnabled"}
            replaces={replaces}
            onDone={finish}
            onSignedOut={signInAgain}
            leave={{ label: say("cancel"), onClick: leave }}
          />
        )}
      </QueryView>
    </Column>
  );
}

/** That of the first step, which takes its place. */
function titleOf(factor: Factor | undefined): string {
  if (factor === undefined) return say("step.choice");
  return say(factor === "totp" ? "step.app" : "step.passkey");
}
