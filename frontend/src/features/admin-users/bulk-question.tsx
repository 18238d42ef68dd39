/** What will happen and to how many; and what the audit log is to say about it. */
import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { isOnlyAbout } from "@/api/problem";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Dialog, DialogActions } from "@/ui/dialog";
import { Form } from "@/ui/form";
import type { Insisted } from "@/ui/insisted";
import { Failure } from "@/ui/message";
import type { BulkAction, bulkWords } from "./bulk-words";
import { DeadlineFields, useDeadlineDraft } from "./deadline-fields";
import { ResetFields, useResetDraft } from "./reset-fields";
import type { Terms } from "./use-bulk-run";
import classes from "./user.module.css";
import { refusalInWords } from "./words";

const say = words("admin-users");

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
    <Dialog title={words.title} onClose={onClose}>
      <ul className={classes.points}>
        {words.consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <Form
        error={error}
        ready={!!terms}
        {...(insisted && { insisted })}
        onSubmit={() => terms && onSubmit(terms)}
      >
        <Failure message={inPlace ? undefined : refusalInWords(error)} />
        {children}
        <DialogActions>
          <Button variant="default" onClick={() => onClose()}>
            {say("cancel")}
          </Button>
          <ActionButton type="submit" color={grave ? "red.9" : undefined}>
            {words.confirm}
          </ActionButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
