/** How far it has come, and the way to stop between two portions. */
import { Button } from "@mantine/core";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { LeaveGuard } from "@/ui/leave-guard";
import { Failure } from "@/ui/message";
import { Progress } from "@/ui/progress";
import type { BulkRun } from "./bulk-run";

const say = words("admin-users");

interface Props {
  run: Extract<BulkRun, { step: "running" | "interrupted" }>;
  size: number;
  title: string;
  onStop: () => void;
  onResume: () => void;
}

export function BulkProgress({ run, size, title, onStop, onResume }: Props) {
  const done = run.results.length;
  const interrupted = run.step === "interrupted";
  const stopping = run.step === "running" && run.stopping;
  return (
    <>
      <LeaveGuard active title={say("running.leave")}>
        {say("running.loss")}
      </LeaveGuard>
      <Dialog title={title} onClose={onStop}>
        <Progress label={title} value={done} max={Math.max(size, done)} />
        <Failure message={interrupted ? (describe(run.why) ?? say("running.confirm")) : undefined} />
        <DialogActions>
          {/* The same button all the time: it holds the focus while what is under way is waited for. */}
          <ActionButton variant="default" loading={stopping} onClick={onStop} data-autofocus>
            {say("running.stop")}
          </ActionButton>
          {interrupted && <Button onClick={onResume}>{say("running.resume")}</Button>}
        </DialogActions>
      </Dialog>
    </>
  );
}
