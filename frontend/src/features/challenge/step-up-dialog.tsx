/** Asks for the second factor again before something that matters. */

import { useCallback, useEffect, useState } from "react";
import { gate } from "@/api/client";
import { describe } from "@/api/messages";
import type { Challenge } from "@/api/types";
import { words } from "@/lib/words";
import { Dialog } from "@/ui/dialog";
import { Alert, Message } from "@/ui/message";
import { Failed, Loading } from "@/ui/states";
import { beginStepUp } from "./api";
import { ChallengeForm } from "./challenge-form";
import type { Ending } from "./flow";

const say = words("challenge");

export function StepUpDialog() {
  const [challenge, setChallenge] = useState<Challenge>();
  const [failure, setFailure] = useState<unknown>();
  const [ended, setEnded] = useState<Ending>();

  const start = useCallback(() => {
    setFailure(undefined);
    beginStepUp().then(setChallenge, setFailure);
  }, []);
  useEffect(start, [start]);

  const pass = useCallback(() => gate.settle(true), []);
  const decline = useCallback(() => gate.settle(false), []);
  const restart = useCallback(
    (ending: Ending) => {
      setEnded(ending);
      setChallenge(undefined);
      start();
    },
    [start],
  );

  return (
    <Dialog title={say("title")} about={say("title.again")} onClose={decline}>
      <Alert>{ended && <Message tone="warn">{say(`renewed.${ended}`)}</Message>}</Alert>
      {challenge && (
        <ChallengeForm
          key={challenge.challengeId}
          challenge={challenge}
          onVerified={pass}
          onEnded={restart}
          leave={{ label: say("cancel"), onClick: decline }}
        />
      )}
      {!challenge && (describe(failure) ? <Failed error={failure} onRetry={start} /> : <Loading rows={2} />)}
    </Dialog>
  );
}
