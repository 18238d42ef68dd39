/** What became of each person; codes are shown now and never again. */
import { Button } from "@mantine/core";
import { useState } from "react";
import type { BulkResult } from "@/api/types";
import { dayOf } from "@/lib/moments";
import { CopyButton } from "@/ui/copy-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Icon } from "@/ui/icons";
import { Message } from "@/ui/message";
import { OnceDialog } from "@/ui/once-dialog";
import { Tag } from "@/ui/tag";
import { TextButton } from "@/ui/text-button";
import { When } from "@/ui/when";
import classes from "./bulk.module.css";
import type { BulkRun } from "./bulk-run";
import { type bulkWords, codeCount, codesAsCsv, inOrder, outcomeInWords, refusedInWords } from "./bulk-words";

const AT_FIRST = 100;

type Words = Pick<ReturnType<typeof bulkWords>, "done" | "refused">;

interface Props {
  run: Extract<BulkRun, { step: "ended" }>;
  size: number;
  words: Words;
  nameOf: (result: BulkResult) => string;
  onClose: () => void;
}

export function BulkResults({ run, onClose, ...props }: Props) {
  const codes = run.results.some(({ resetCode }) => resetCode);
  const title = run.complete ? "It is done" : "Stopped before the end";
  if (!codes)
    return (
      <Dialog title={title} wide onClose={onClose}>
        <Outcome run={run} {...props} />
        <DialogActions>
          <Button onClick={onClose} data-autofocus>
            Close
          </Button>
        </DialogActions>
      </Dialog>
    );
  return (
    <OnceDialog
      title={title}
      wide
      question="Close without the codes?"
      loss="They are shown only now. Whoever does not get theirs needs a new reset."
      onClose={onClose}
    >
      <Outcome run={run} {...props} />
      <Codes results={run.results} nameOf={props.nameOf} onClose={onClose} />
    </OnceDialog>
  );
}

function Outcome({ run: { results, complete }, size, words, nameOf }: Omit<Props, "onClose">) {
  const [all, setAll] = useState(false);
  const ordered = inOrder(results);
  return (
    <>
      <p role="status">{outcomeInWords(results, complete, size, words.refused)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <ul className={classes.results} aria-label="What became of each" tabIndex={0}>
        {(all ? ordered : ordered.slice(0, AT_FIRST)).map((result) => (
          <Result key={result.id} result={result} name={nameOf(result)} words={words} />
        ))}
      </ul>
      {!all && ordered.length > AT_FIRST && (
        <TextButton onClick={() => setAll(true)}>Show all {ordered.length}</TextButton>
      )}
    </>
  );
}

function Result({ result, name, words }: { result: BulkResult; name: string; words: Words }) {
  const { status, resetCode, expiresAt } = result;
  return (
    <li className={classes.result}>
      <span className={classes.who}>{name}</span>
      <span className={classes.what}>
        {status === "refused" ? (
          <Tag tone="warn">{words.refused.replace(/^./, (letter) => letter.toUpperCase())}</Tag>
        ) : (
          <Tag tone="good">{words.done}</Tag>
        )}
        {status === "refused" && <span className={classes.quiet}>{refusedInWords(result)}</span>}
        {resetCode && (
          <>
            <code>{resetCode}</code>
            <CopyButton text={resetCode} label="Copy" spoken={`Copy the code of ${name}`} size="compact-sm" />
            {expiresAt && (
              <span className={classes.quiet}>
                until <When at={expiresAt} />
              </span>
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
      <Message tone="warn">
        Save or copy the {codeCount(results)} now: you will not see them again. Pass each one on over the
        verified channel.
      </Message>
      <DialogActions>
        <CopyButton text={text} label="Copy all" size="md" />
        <Button
          component="a"
          variant="default"
          href={`data:text/csv;charset=utf-8,${encodeURIComponent(text)}`}
          download={`reset-codes-${dayOf(Date.now())}.csv`}
          leftSection={<Icon name="download" size={18} />}
        >
          Download as CSV
        </Button>
        <Button onClick={onClose}>I have them</Button>
      </DialogActions>
    </>
  );
}
