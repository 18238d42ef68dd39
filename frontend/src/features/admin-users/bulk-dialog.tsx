/** Changes everybody who is ticked: asks, runs with its progress in view, and tells what became of each. */
import { useState } from "react";
import type { BulkResult } from "@/api/types";
import { BulkProgress } from "./bulk-progress";
import { BulkQuestion } from "./bulk-question";
import { BulkResults } from "./bulk-results";
import type { Work } from "./bulk-run";
import { type BulkAction, bulkWords } from "./bulk-words";
import { useBulkRun } from "./use-bulk-run";

interface Props {
  action: BulkAction;
  work: Work;
  size: number;
  /** Whether the next sign-in after a reset has to show a code. */
  withCode: boolean;
  /** How the list calls somebody, if they are on it. */
  nameOf: (id: string) => string | undefined;
  /** Whether it was done to anybody. */
  onClose: (done: boolean) => void;
}

export function BulkDialog({ action, work, size, withCode, nameOf, onClose }: Props) {
  // What is asked stays what it was, even when the list behind it changes meanwhile.
  const [order] = useState({ work, size, words: bulkWords(action, size, withCode), nameOf });
  const { run, begin, stop, resume } = useBulkRun();
  const { words } = order;
  const called = ({ id, email }: BulkResult) => email ?? order.nameOf(id) ?? id;

  switch (run.step) {
    case "asking":
      return (
        <BulkQuestion
          action={action}
          words={words}
          error={run.why}
          onSubmit={(terms) => begin(terms, order.work)}
          onClose={() => onClose(false)}
        />
      );
    case "running":
    case "interrupted":
      return (
        <BulkProgress run={run} size={order.size} title={words.running} onStop={stop} onResume={resume} />
      );
    case "ended":
      return (
        <BulkResults
          action={action}
          run={run}
          size={order.size}
          nameOf={called}
          onClose={() => onClose(true)}
        />
      );
  }
}
