/** What became of each invitation, and what to do where it became nothing. */
import { Button } from "@mantine/core";
import { words } from "@/lib/words";
import { Dialog, DialogActions } from "@/ui/dialog";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import classes from "./bulk.module.css";
import { invited, type Outcome } from "./invite";
import { outcomeInWords, remedyOf } from "./invite-words";

const say = words("admin-users-new");

interface Props {
  outcomes: Outcome[];
  onAgain: () => void;
  onClose: () => void;
}

export function InviteResults({ outcomes, onAgain, onClose }: Props) {
  const left = outcomes.length - invited(outcomes).length;
  // What needs a hand comes first.
  const ordered = [...outcomes].sort((a, b) => rank(a) - rank(b));
  return (
    <Dialog title={left === 0 ? say("sent") : say("sent.partly")} onClose={onClose}>
      <p role="status">{outcomeInWords(outcomes)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <ul className={classes.results} aria-label={say("sent.list")} tabIndex={0}>
        {ordered.map((outcome) => (
          <li key={outcome.email} className={classes.result}>
            <span className={classes.who}>{outcome.email}</span>
            <span className={classes.what}>
              {outcome.status === "invited" ? (
                <Tag tone="good">{say("sent.invited")}</Tag>
              ) : (
                <>
                  <Tag tone="warn">{say("sent.not-invited")}</Tag>
                  <span className={quiet.small}>{remedyOf(outcome)}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <DialogActions>
        {left > 0 && (
          <Button variant="default" onClick={onAgain}>
            {say("sent.again")}
          </Button>
        )}
        <Button onClick={() => onClose()} data-autofocus>
          {say("close")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

const rank = ({ status }: Outcome) => (status === "invited" ? 1 : 0);
