/** Before a policy is saved: what changes, and what that does to how many people. */
import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { inWords } from "@/api/messages";
import type { Policy, PolicySettings } from "@/api/types";
import { asDeadline } from "@/lib/moments";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import unseen from "@/ui/unseen.module.css";
import { LockedOut } from "./affected";
import { type Change, changesOf } from "./changes";
import { effectsOf, momentsOf } from "./consequences";
import { inOrder, settingsOf } from "./draft";
import { previewOf } from "./queries";
import classes from "./review.module.css";

const say = words("policy");

interface Props {
  policy: Policy;
  draft: PolicySettings;
  onConfirm: () => void;
  onCancel: () => void;
}

export function ReviewDialog({ policy, draft, onConfirm, onCancel }: Props) {
  const changes = changesOf(settingsOf(policy), draft);
  const dangerous = changes.some(({ danger }) => danger);
  const [moments] = useState(() => momentsOf(draft, Date.now()));
  return (
    <Dialog title={say("review")} onClose={onCancel}>
      {/* The changes come first for everybody: with the focus on a button, the page would begin at its end. */}
      <section className={classes.part} aria-labelledby="review-changes" tabIndex={-1} data-autofocus>
        <h3 id="review-changes" className={classes.heading}>
          {say("review.changes")}
        </h3>
        <ul className={classes.changes}>
          {changes.map((change) => (
            <Item key={change.key} change={change} />
          ))}
        </ul>
      </section>
      <section className={classes.part} aria-labelledby="review-effect">
        <h3 id="review-effect" className={classes.heading}>
          {say("review.effect")}
        </h3>
        {moments.map((at) => (
          <Effect key={at ?? "now"} draft={draft} at={at} />
        ))}
      </section>
      <DialogActions>
        <Button variant="default" onClick={onCancel}>
          {say("review.cancel")}
        </Button>
        <Button onClick={onConfirm} color={dangerous ? "red.9" : undefined}>
          {say(dangerous ? "review.save-dangerous" : "review.save")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Item({ change: { setting, before, after, danger } }: { change: Change }) {
  return (
    <li className={classes.change}>
      <p className={classes.setting}>{setting}</p>
      <div className={classes.values} data-long={before.length > 1 || after.length > 1 || undefined}>
        <Lines lines={before} />
        <span>
          <span aria-hidden="true">→</span>
          <span className={unseen.words}>{say("review.becomes")}</span>
        </span>
        <Lines lines={after} strong />
      </div>
      {danger && <Message tone="bad">{danger}</Message>}
    </li>
  );
}

function Lines({ lines, strong = false }: { lines: string[]; strong?: boolean }) {
  return (
    <div className={strong ? classes.after : classes.before}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function Effect({ draft, at }: { draft: PolicySettings; at: string | undefined }) {
  const { data, error } = useQuery(previewOf(inOrder(draft), at));
  return (
    <div className={classes.effect} aria-busy={!data && !error}>
      <p className={classes.setting}>
        {at ? say("review.at-the-end", { deadline: asDeadline(at) }) : say("review.at-once")}
      </p>
      {!data && (
        <p>{error ? say("review.not-counted", { why: inWords(error) ?? "" }) : say("review.counting")}</p>
      )}
      {data && (
        <ul className={classes.effects}>
          {effectsOf(data.counts).map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
      {data && <LockedOut admins={data.lockedOutAdmins} />}
    </div>
  );
}
