/** A fresh set of recovery codes in place of the old one, for a current code or a passkey. */
import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSignedIn } from "@/api/hooks";
import { isWrongCode } from "@/api/problem";
import { me, mine, twoFactor } from "@/api/queries";
import type { TwoFactor } from "@/api/types";
import { lengthsOf } from "@/lib/code-input";
import { prepare, stopAsking } from "@/lib/webauthn";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Column } from "@/ui/column";
import { Actions, Form } from "@/ui/form";
import { useInsisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import { OneTimeCode } from "@/ui/one-time-code";
import { PageTitle } from "@/ui/page-title";
import { QueryView } from "@/ui/query-view";
import { RecoverySheet } from "@/ui/recovery-sheet";
import { TextButton } from "@/ui/text-button";
import { regenerate } from "./changes";
import { reasonOf } from "./renewal-words";
import { useWays } from "./ways";

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
  const { way, other, choose } = useWays(held);
  const [code, setCode] = useState<string>();
  const insisted = useInsisted();
  const [round, setRound] = useState(0);
  const failure = busy ? undefined : reasonOf(error, way);
  useEffect(() => {
    if (!busy && isWrongCode(error)) setRound((before) => before + 1);
  }, [busy, error]);
  useEffect(() => {
    prepare();
    return () => void stopAsking();
  }, []);
  return (
    <Form
      ready={way === "passkey" || !!code}
      insisted={insisted}
      onSubmit={() => (way === "passkey" ? onSubmit({ code: undefined }) : code && onSubmit({ code }))}
    >
      <Failure message={failure} round={round} />
      {way === "passkey" ? (
        <p>{say("new-codes.passkey")}</p>
      ) : (
        <OneTimeCode
          lengths={lengthsOf(held.authenticators)}
          round={round}
          busy={busy}
          invalid={!busy && isWrongCode(error)}
          error={insisted.missing(!code, "invalid_code")}
          onChange={(code) => {
            setCode(code);
            insisted.relent();
          }}
          onComplete={(code) => onSubmit({ code })}
        />
      )}
      <Actions>
        <ActionButton type="submit" loading={busy}>
          {say(way === "passkey" ? "new-codes.use-passkey" : "new-codes.make")}
        </ActionButton>
        <Button component={Link} to="/security" hash="recovery-codes" variant="subtle">
          {say("new-codes.cancel")}
        </Button>
      </Actions>
      {other && (
        <div>
          <TextButton onClick={() => choose(other)}>{say(`instead.${other}`)}</TextButton>
        </div>
      )}
    </Form>
  );
}
