/** The code that was mailed, and the way to get one. */
import { useEffect, useRef } from "react";
import { inWords, onAClock } from "@/lib/duration";
import { ActionButton } from "@/ui/action-button";
import { Failure, Message } from "@/ui/message";
import { TextButton } from "@/ui/text-button";
import classes from "./challenge.module.css";
import { type EntryProps, TotpEntry } from "./totp-entry";
import type { PlayedMailing } from "./use-mailing";

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
        {busy
          ? "A code is on its way to your mailbox…"
          : `Enter the eight-digit code that we mailed to ${sentTo}.`}
      </p>
      <TotpEntry {...entry} label="Code from the mail" codeLengths={LENGTHS} round={entry.round + round} />
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
      <p className={classes.prompt}>We mail an eight-digit code to your email address.</p>
      <ActionButton onClick={() => void send()} fullWidth>
        {failure ? "Try again" : "Mail me a code"}
      </ActionButton>
    </div>
  );
}

function Again({ mailing: { seconds, wait, send } }: { mailing: PlayedMailing }) {
  return (
    <p className={classes.prompt}>
      {wait?.limit ? "No more codes are mailed for now. " : "Not there? Look among your spam, too. "}
      {wait ? (
        <>
          You can have it sent again in <Wait seconds={seconds} />.
        </>
      ) : (
        <TextButton onClick={() => void send()}>Send it again</TextButton>
      )}
    </p>
  );
}

function Limited({ mailing: { seconds, tooLate } }: { mailing: PlayedMailing }) {
  return (
    <div role="alert">
      <Message tone="warn">
        Too many codes were mailed to you, and those from earlier mails do not work here. You can get the next
        one in <Wait seconds={seconds} />
        {tooLate ? ": start again then." : "."}
      </Message>
    </div>
  );
}

function Wait({ seconds }: { seconds: number }) {
  return <span role="timer">{seconds >= 600 ? inWords(seconds) : onAClock(seconds)}</span>;
}
