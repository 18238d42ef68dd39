/** What became of each person; codes are shown now and never again. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { BulkResult } from "@/api/types";
import { dayOf } from "@/lib/moments";
import { words } from "@/lib/words";
import { CopyButton } from "@/ui/copy-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import { TextButton } from "@/ui/text-button";
import { ToolIcon } from "@/ui/tool-icons";
import { When } from "@/ui/when";
import classes from "./bulk.module.css";
import type { BulkRun } from "./bulk-run";
import {
  type BulkAction,
  codeCount,
  codesAsCsv,
  inOrder,
  outcomeInWords,
  refusedInWords,
} from "./bulk-words";

const say = words("admin-users");

const AT_FIRST = 100;

interface Props {
  action: BulkAction;
  run: Extract<BulkRun, { step: "ended" }>;
  size: number;
  nameOf: (result: BulkResult) => string;
  onClose: () => void;
}

export function BulkResults({ run, onClose, ...props }: Props) {
  const codes = run.results.some(({ resetCode }) => resetCode);
  const title = run.complete ? say("outcome") : say("outcome.stopped");
  if (!codes)
    return (
      <Dialog title={title} wide onClose={onClose}>
        <Outcome run={run} {...props} />
        <DialogActions>
          <Button onClick={() => onClose()} data-autofocus>
            {say("close")}
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <OnceDialog
      title={title}
      wide
      question={say("all-codes.leave")}
      loss={say("all-codes.loss")}
      onClose={onClose}
    >
      <Outcome run={run} {...props} />
      <Codes results={run.results} nameOf={props.nameOf} onClose={onClose} />
    </OnceDialog>
  );
}

function Outcome({ action, run: { results, complete }, size, nameOf }: Omit<Props, "onClose">) {
  const [all, setAll] = useState(false);
  const ordered = inOrder(results);
  return (
    <>
      <p role="status">{outcomeInWords(action, results, complete, size)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <ul className={classes.results} aria-label={say("outcome.list")} tabIndex={0}>
        {(all ? ordered : ordered.slice(0, AT_FIRST)).map((result) => (
          <Result key={result.id} result={result} name={nameOf(result)} action={action} />
        ))}
      </ul>
      {!all && ordered.length > AT_FIRST && (
        <TextButton onClick={() => setAll(true)}>{say("outcome.all", { count: ordered.length })}</TextButton>
      )}
    </>
  );
}

function Result({ result, name, action }: { result: BulkResult; name: string; action: BulkAction }) {
  const { status, resetCode, expiresAt } = result;
  return (
    <li className={classes.result}>
      <span className={classes.who}>{name}</span>
      <span className={classes.what}>
        {status === "refused" ? (
          <Tag tone="warn">{say(`${action}.refused`)}</Tag>
        ) : (
          <Tag tone="good">{say(`${action}.done`)}</Tag>
        )}
        {status === "refused" && <span className={quiet.small}>{refusedInWords(result)}</span>}
        {resetCode && (
          <>
            <code>{resetCode}</code>
            <CopyButton
              text={resetCode}
              label={say("code.copy")}
              spoken={say("code.spoken", { name })}
              size="compact-sm"
            />
            {expiresAt && (
              <span className={quiet.small}>{say.rich("code.until", { when: <When at={expiresAt} /> })}</span>
            )}
          </>
        )}
      </span>
    </li>
  );
}

function Codes({ results, nameOf, onClose }: Pick<Props, "nameOf" | "onClose"> & { results: BulkResult[] }) {
  const text = codesAsCsv(results, nameOf);
  return (
    <>
      <Message tone="warn">{say("all-codes", { count: codeCount(results) })}</Message>
      <DialogActions>
        <CopyButton text={text} label={say("all-codes.copy")} size="md" />
        <Button
          component="a"
          variant="default"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}
          download={`reset-codes-${dayOf(Date.now())}.csv`}
          leftSection={<ToolIcon name="download" size={18} />}
        >
          {say("all-codes.download")}
        </Button>
        <Button onClick={() => onClose()}>{say("all-codes.saved")}</Button>
      </DialogActions>
    </>
  );
}
