/** A code for somebody else, shown once: to read out, or to copy. */
import { Button } from "@mantine/core";
import type { Dispatch } from "react";
import { groupsOfFour } from "@/lib/grouping";
import { CopyButton } from "@/ui/copy-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { LeaveGuard } from "@/ui/leave-guard";
import { Message } from "@/ui/message";
import { When } from "@/ui/when";
import type { HandoverEvent, HandoverState } from "./handover";
import classes from "./user.module.css";

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
      <LeaveGuard active title="Leave without passing the code on?">
        It is shown only now. Without it, {name} needs a new one.
      </LeaveGuard>
      {shown.leaving ? <Question name={name} dispatch={dispatch} /> : <Slip {...props} />}
    </>
  );
}

function Slip({ title, name, lifetime, shown: { code, expiresAt }, dispatch }: Props) {
  return (
    <Dialog title={title} onClose={() => dispatch({ type: "closing" })}>
      <section className={classes.slip} aria-label="Code">
        {groupsOfFour(code.replaceAll("-", "")).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two groups may be alike, and none ever moves.
          <code key={index}>{group}</code>
        ))}
      </section>
      <p className={classes.quiet}>
        Works once, and for {lifetime}: until <When at={expiresAt} />.
      </p>
      <Message tone="warn">
        Read it to the person over the verified channel; you will not see it again.
      </Message>
      <p>{name} signs in with email and password, enters this code, and sets up a new second factor.</p>
      <DialogActions>
        <CopyButton text={code} label="Copy code" size="md" />
        <Button onClick={() => dispatch({ type: "passedOn" })}>I have passed it on</Button>
      </DialogActions>
    </Dialog>
  );
}

function Question({ name, dispatch }: Pick<Props, "name" | "dispatch">) {
  const stay = () => dispatch({ type: "stayed" });
  return (
    <Dialog title="Close without passing the code on?" onClose={stay}>
      <p>It is shown only now. Without it, {name} needs a new one.</p>
      <DialogActions>
        <Button variant="default" onClick={() => dispatch({ type: "left" })}>
          Close
        </Button>
        <Button onClick={stay} data-autofocus>
          Stay here
        </Button>
      </DialogActions>
    </Dialog>
  );
}
