/** Adding an authenticator, or replacing one: the guided set-up within the signed-in pages. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback } from "react";
import { refresh, session } from "@/api/client";
import { mine, twoFactor } from "@/api/queries";
import { EnrollmentWizard } from "@/features/enrollment/wizard";
import { Column } from "@/ui/column";
import { QueryView } from "@/ui/query-view";

export function AddAuthenticator() {
  return <Authenticator />;
}

export function ReplaceAuthenticator() {
  const { id } = useParams({ from: "/signed-in/security/authenticators/$id/replace" });
  return <Authenticator replaces={id} />;
}

function Authenticator({ replaces }: { replaces?: string }) {
  const query = useQuery(twoFactor);
  const queries = useQueryClient();
  const navigate = useNavigate();

  const leave = useCallback(async () => {
    // A new one changes what the top of the page says; a replaced one only its own line.
    await navigate({ to: "/security", hash: replaces && "authenticators" });
    await queries.invalidateQueries({ queryKey: mine });
  }, [navigate, queries, replaces]);
  const signInAgain = useCallback(() => void refresh(session.token()), []);

  return (
    <Column>
      <QueryView query={query}>
        {({ state }) => (
          <EnrollmentWizard
            first={state === "notEnabled"}
            replaces={replaces}
            onDone={leave}
            onSignedOut={signInAgain}
            onCancel={() => void leave()}
          />
        )}
      </QueryView>
    </Column>
  );
}
