/** Asks for the second factor again before something that matters. */

import { Button } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { gate } from "@/api/client";
import { describe } from "@/api/messages";
import type { Challenge } from "@/api/types";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
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
  const end = useCallback(
    (ending: Ending) => {
      setEnded(ending);
      setChallenge(undefined);
      // Asking uses the session, which ends after a while without its owner: nobody may be there.
      if (ending !== "expired") start();
    },
    [start],
  );

  function askAgain(): void {
    setEnded(undefined);
    start();
  }

  return (
    <Dialog title={say("title")} about={say("title.again")} onClose={decline}>
      <Alert>{ended && <Message tone="warn">{say(`renewed.${ended}`)}</Message>}</Alert>
      {challenge && (
        <ChallengeForm
          key={challenge.challengeId}
          challenge={challenge}
          onVerified={pass}
          onEnded={end}
          leave={{ label: say("cancel"), onClick: decline }}
        />
      )}
      {!challenge &&
        (ended === "expired" ? (
          <Expired onAgain={askAgain} onLeave={decline} />
        ) : describe(failure) ? (
          <Failed error={failure} onRetry={start} />
        ) : (
          <Loading rows={2} />
        ))}
    </Dialog>
  );
}

function Expired({ onAgain, onLeave }: { onAgain: () => void; onLeave: () => void }) {
  const again = useRef<HTMLButtonElement>(null);
  // What was to be answered is gone, and its focus with it.
  useEffect(() => again.current?.focus(), []);
  return (
    <DialogActions>
      <Button variant="default" onClick={onLeave}>
        {say("cancel")}
      </Button>
      <Button ref={again} onClick={onAgain}>
        {say("ask-again")}
      </Button>
    </DialogActions>
  );
}
