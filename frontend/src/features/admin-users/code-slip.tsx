/** A code for somebody else, shown once: to read out, or to copy. */
import { Button } from "@mantine/core";
import type { Dispatch } from "react";
import { groupsOfFour } from "@/lib/grouping";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { LeaveGuard } from "@/ui/leave-guard";
import { Message } from "@/ui/message";
import quiet from "@/ui/quiet.module.css";
import { When } from "@/ui/when";
import type { HandoverEvent, HandoverState } from "./handover";
import classes from "./user.module.css";

const say = words("admin-users-one");

interface Props {
  title: string;
  /** For whom it is. */
  name: string;
  lifetime: string;
  shown: Extract<HandoverState, { step: "shown" }>;
  dispatch: Dispatch<HandoverEvent>;
}

export function CodeSlip(props: Props) {
  const { name, shown, dispatch } = props;
  return (
    <>
      <LeaveGuard active title={say("slip.leave")}>
        {say("slip.loss", { name })}
      </LeaveGuard>
      {shown.leaving ? <Question name={name} dispatch={dispatch} /> : <Slip {...props} />}
    </>
  );
}

function Slip({ title, name, lifetime, shown: { code, expiresAt }, dispatch }: Props) {
  return (
    <Dialog title={title} onClose={() => dispatch({ type: "closing" })}>
      <section className={classes.slip} aria-label={say("slip")}>
        {groupsOfFour(code.replaceAll("-", "")).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves.
          <code key={index}>{group}</code>
        ))}
      </section>
      <p className={quiet.text}>{say.rich("slip.lifetime", { lifetime, when: <When at={expiresAt} /> })}</p>
      <Message tone="warn">{say("slip.once")}</Message>
      <p>{say("slip.use", { name })}</p>
      <DialogActions>
        <CopyButton text={code} label={say("slip.copy")} size="md" />
        <Button onClick={() => dispatch({ type: "passedOn" })}>{say("slip.passed-on")}</Button>
      </DialogActions>
    </Dialog>
  );
}

function Question({ name, dispatch }: Pick<Props, "name" | "dispatch">) {
  const stay = () => dispatch({ type: "stayed" });
  return (
    <Dialog title={say("slip.close")} onClose={stay}>
      <p>{say("slip.loss", { name })}</p>
      <DialogActions>
        <Button variant="default" onClick={() => dispatch({ type: "left" })}>
          {say("close")}
        </Button>
        <Button onClick={stay} data-autofocus>
          {say("slip.stay")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
