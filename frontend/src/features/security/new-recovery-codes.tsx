/** A fresh set of recovery codes in place of the old one, for a current code or a passkey. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useSignedIn } from "@/api/hooks";
import { isWrongCode } from "@/api/problem";
import { me, mine, twoFactor } from "@/api/queries";
import type { TwoFactor } from "@/api/types";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Column } from "@/ui/column";
import { Actions, Form } from "@/ui/form";
import { Failure } from "@/ui/message";
import { PageTitle } from "@/ui/page-title";
import { QueryView } from "@/ui/query-view";
import { RecoverySheet } from "@/ui/recovery-sheet";
import { regenerate } from "./changes";
import { OtherWay, ProofEntry, useProof } from "./proof";
import { reasonOf } from "./renewal-words";

const say = words("security");

export function NewRecoveryCodes() {
  const { data: profile } = useQuery(me);
  const factor = useQuery(twoFactor);
  const account = useSignedIn()?.user.email ?? "";
  // Fresh codes are shown from here alone: a list that is asked for anew does not hold them.
  const renewal = useMutation({ mutationFn: regenerate });
  const queries = useQueryClient();
  const navigate = useNavigate();

  async function leave(): Promise<void> {
    await navigate({ to: "/security", state: { done: say("new-codes.done") } });
    await queries.invalidateQueries({ queryKey: mine });
  }

  return (
    <Column>
      {renewal.data ? (
        <>
          <PageTitle key="codes">{say("new-codes.save")}</PageTitle>
          <RecoverySheet
            codes={renewal.data.recoveryCodes}
            organization={profile?.organization.name ?? "Nightlatch"}
            account={account}
            onSaved={leave}
          />
        </>
      ) : (
        <>
          <PageTitle key="ask">{say("new-codes")}</PageTitle>
          <p>{say("new-codes.text")}</p>
          <QueryView query={factor}>
            {(held) => (
              <Question
                held={held}
                error={renewal.error}
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
  held: TwoFactor;
  /** What failed in the last try. */
  error: unknown;
  busy: boolean;
  /** Without a code, a passkey is asked for. */
  onSubmit: (proof: { code: string | undefined }) => void;
}

function Question({ held, error, busy, onSubmit }: QuestionProps) {
  const proof = useProof(held, error);
  const { way, code, ready, round, insisted } = proof;
  return (
    <Form ready={ready} insisted={insisted} onSubmit={() => onSubmit({ code })}>
      <Failure message={reasonOf(error, way)} round={round} />
      <ProofEntry
        proof={proof}
        passkey={say("new-codes.passkey")}
        round={round}
        busy={busy}
        invalid={isWrongCode(error)}
        onComplete={(code) => onSubmit({ code })}
      />
      <Actions>
        <ActionButton type="submit" loading={busy}>
          {say(way === "passkey" ? "new-codes.use-passkey" : "new-codes.make")}
        </ActionButton>
        <Button component={Link} to="/security" hash="recovery-codes" variant="subtle">
          {say("new-codes.cancel")}
        </Button>
      </Actions>
      <OtherWay proof={proof} />
    </Form>
  );
}
