/** What will happen and to how many; and what the audit log is to say about it. */
import type { ReactNode } from "react";
import { isOnlyAbout } from "@/api/problem";
import { FormDialog } from "@/ui/form-dialog";
import type { Insisted } from "@/ui/insisted";
import type { BulkAction, bulkWords } from "./bulk-words";
import { DeadlineFields, useDeadlineDraft } from "./deadline-fields";
import { ResetFields, useResetDraft } from "./reset-fields";
import type { Terms } from "./use-bulk-run";
import classes from "./user.module.css";
import { refusalInWords } from "./words";

interface Props {
  action: BulkAction;
  words: ReturnType<typeof bulkWords>;
  error: unknown;
  onSubmit: (terms: Terms) => void;
  onClose: () => void;
}

export function BulkQuestion({ action, ...props }: Props) {
  switch (action) {
    case "reset":
      return <ResetQuestion {...props} />;
    case "extendDeadline":
      return <DeadlineQuestion {...props} />;
    case "remind":
      return <Question {...props} terms={{ action }} />;
  }
}

type QuestionProps = Omit<Props, "action">;

function ResetQuestion({ words, error, onSubmit, onClose }: QuestionProps) {
  const { draft, setDraft, terms, insisted } = useResetDraft();
  const order = terms && { action: "reset" as const, ...terms };
  return (
    <Question
      words={words}
      error={error}
      grave
      terms={order}
      insisted={insisted}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <ResetFields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
    </Question>
  );
}

function DeadlineQuestion({ words, error, onSubmit, onClose }: QuestionProps) {
  const { draft, setDraft, terms, insisted } = useDeadlineDraft();
  const order = terms && { action: "extendDeadline" as const, ...terms };
  return (
    <Question
      words={words}
      error={error}
      terms={order}
      insisted={insisted}
      onSubmit={onSubmit}
      onClose={onClose}
    >
      <DeadlineFields draft={draft} onChange={setDraft} error={error} insisted={insisted} />
    </Question>
  );
}

interface FrameProps extends QuestionProps {
  /** Absent until everything is answered. */
  terms: Terms | undefined;
  insisted?: Insisted;
  grave?: boolean;
  children?: ReactNode;
}

function Question({ words, error, terms, insisted, grave = false, onSubmit, onClose, children }: FrameProps) {
  const inPlace = isOnlyAbout(error, ["reason", "ticket", "deadline"]);
  return (
    <FormDialog
      title={words.title}
      intro={
        <ul className={classes.points}>
          {words.consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
      }
      action={words.confirm}
      grave={grave}
      refusal={inPlace ? undefined : refusalInWords(error)}
      error={error}
      ready={!!terms}
      insisted={insisted}
      onSubmit={() => terms && onSubmit(terms)}
      onClose={() => onClose()}
    >
      {children}
    </FormDialog>
  );
}
