/** The code that was mailed, and the way to get one. */

import { useEffect, useRef } from "react";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Failure, Message } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import { Wait } from "@/ui/wait";
import classes from "./challenge.module.css";
import { type EntryProps, TotpEntry } from "./totp-entry";
import type { PlayedMailing } from "./use-mailing";

const say = words("challenge");

/** Of codes by mail. */
const LENGTHS = [8];

type Props = EntryProps & { mailing: PlayedMailing };

export function EmailEntry(props: Props) {
  const { failure, round } = props.mailing;
  return (
    <>
      <Failure message={failure} round={round} />
      <Step {...props} />
    </>
  );
}

function Step({ mailing, ...entry }: Props) {
  const { busy, sentTo, round, wait } = mailing;
  if (!sentTo && wait?.limit) return <Limited mailing={mailing} />;
  if (!sentTo && !busy) return <Offer mailing={mailing} />;
  return (
    <>
      <p className={classes.prompt} role="status">
        {sentTo && !busy ? say("mail-sent", { address: sentTo }) : say("mail-underway")}
      </p>
      <TotpEntry {...entry} label={say("mail-code")} codeLengths={LENGTHS} round={entry.round + round} />
      {!busy && <Again mailing={mailing} />}
    </>
  );
}

function Offer({ mailing: { failure, send } }: { mailing: PlayedMailing }) {
  const offer = useRef<HTMLDivElement>(null);
  // The link that led here is gone, and its focus with it.
  useEffect(() => offer.current?.querySelector("button")?.focus(), []);
  return (
    <div ref={offer} className={classes.offer}>
      <p className={classes.prompt}>{say("mail-offer")}</p>
      <ActionButton onClick={() => void send()} fullWidth>
        {failure ? say("try-again") : say("mail-send")}
      </ActionButton>
    </div>
  );
}

function Again({ mailing: { seconds, wait, send } }: { mailing: PlayedMailing }) {
  return (
    <p className={classes.prompt}>
      {wait
        ? say.rich(wait.limit ? "mail-no-more" : "mail-again-later", { wait: <Wait seconds={seconds} /> })
        : say.rich("mail-again", { send: <TextButton onClick={() => void send()} /> })}
    </p>
  );
}

function Limited({ mailing: { seconds, tooLate } }: { mailing: PlayedMailing }) {
  return (
    <div role="alert">
      <Message tone="warn">
        {say.rich(tooLate ? "mail-limited-over" : "mail-limited", { wait: <Wait seconds={seconds} /> })}
      </Message>
    </div>
  );
}
