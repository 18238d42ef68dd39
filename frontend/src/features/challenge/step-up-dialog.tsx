/** Asks for the second factor again before something that matters. */
import { useCallback, useEffect, useState } from "react";
import { gate } from "@/api/client";
import { describe } from "@/api/messages";
import type { Challenge } from "@/api/types";
import { Dialog } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { Failed, Loading } from "@/ui/states";
import { beginStepUp } from "./api";
import { ChallengeForm } from "./challenge-form";

export function StepUpDialog() {
  const [challenge, setChallenge] = useState<Challenge>();
  const [failure, setFailure] = useState<unknown>();
  const [lapsed, setLapsed] = useState(false);

  const start = useCallback(() => {
    setFailure(undefined);
    beginStepUp().then(setChallenge, setFailure);
  }, []);
  useEffect(start, [start]);

  const pass = useCallback(() => gate.settle(true), []);
  const decline = useCallback(() => gate.settle(false), []);
  const restart = useCallback(() => {
    setLapsed(true);
    setChallenge(undefined);
    start();
  }, [start]);

  return (
    <Dialog title="Confirm that it is you" onClose={decline}>
      {lapsed && <Message tone="info">That took too long. Please enter a new code.</Message>}
      {challenge && (
        <ChallengeForm
          key={challenge.challengeId}
          challenge={challenge}
          onVerified={pass}
          onExpired={restart}
          leave={{ label: "Cancel", onClick: decline }}
        />
      )}
      {!challenge && (describe(failure) ? <Failed error={failure} onRetry={start} /> : <Loading rows={2} />)}
    </Dialog>
  );
}
