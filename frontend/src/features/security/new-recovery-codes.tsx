/** A fresh set of recovery codes in place of the old one, for a current code. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSignedIn } from "@/api/hooks";
import { describe } from "@/api/messages";
import { me, mine, twoFactor } from "@/api/queries";
import { lengthsOf } from "@/lib/code-input";
import { ActionButton } from "@/ui/action-button";
import { Column } from "@/ui/column";
import { Actions, Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { OneTimeCode } from "@/ui/one-time-code";
import { PageTitle } from "@/ui/page-title";
import { QueryView } from "@/ui/query-view";
import { RecoverySheet } from "@/ui/recovery-sheet";
import { regenerate } from "./changes";

export function NewRecoveryCodes() {
  const { data: profile } = useQuery(me);
  const factor = useQuery(twoFactor);
  const account = useSignedIn()?.user.email ?? "";
  // Fresh codes are shown from here alone: a list that is asked for anew does not hold them.
  const renewal = useMutation({ mutationFn: regenerate });
  const queries = useQueryClient();
  const navigate = useNavigate();

  async function leave(): Promise<void> {
    await navigate({ to: "/security", hash: "recovery-codes" });
    await queries.invalidateQueries({ queryKey: mine });
  }

  return (
    <Column>
      {renewal.data ? (
        <>
          <PageTitle key="codes">Save your recovery codes</PageTitle>
          <RecoverySheet
            codes={renewal.data.recoveryCodes}
            organization={profile?.organization.name ?? "Nightlatch"}
            account={account}
            onSaved={leave}
          />
        </>
      ) : (
        <>
          <PageTitle key="ask">Make new recovery codes</PageTitle>
          <p>The codes that you have now stop working as soon as the new ones are made.</p>
          <QueryView query={factor}>
            {({ authenticators }) => (
              <CodeQuestion
                lengths={lengthsOf(authenticators)}
                failure={describe(renewal.error)}
                busy={renewal.isPending}
                onSubmit={renewal.mutate}
              />
            )}
          </QueryView>
        </>
      )}
    </Column>
  );
}

interface QuestionProps {
  lengths: readonly number[];
  failure: string | undefined;
  busy: boolean;
  onSubmit: (code: string) => void;
}

function CodeQuestion({ lengths, failure, busy, onSubmit }: QuestionProps) {
  const [code, setCode] = useState<string>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (busy || !failure) return;
    setRound((before) => before + 1);
  }, [busy, failure]);
  return (
    <Form onSubmit={() => code && onSubmit(code)}>
      <Failure message={busy ? undefined : failure} round={round} />
      <OneTimeCode
        lengths={lengths}
        round={round}
        busy={busy}
        invalid={!!failure && !busy}
        onChange={setCode}
        onComplete={onSubmit}
      />
      <Actions>
        <ActionButton type="submit" loading={busy} disabled={!code}>
          Make new codes
        </ActionButton>
        <Button component={Link} to="/security" hash="recovery-codes" variant="subtle">
          Cancel
        </Button>
      </Actions>
    </Form>
  );
}
