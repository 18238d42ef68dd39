/** Editing what is stored as a whole: a draft on top of it, and what became of saving that. */
import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isRefusal } from "./problem";

/** What is to be stored in place of the version that the editor has seen. */
export interface Replacement<Settings> {
  version: number;
  settings: Settings;
}

/** The header of a request that replaces this version, and no other. */
export const over = (version: number) => ({ header: { "If-Match": `"${version}"` } });

interface Parts<Stored, Draft, Settings> {
  queryKey: QueryKey;
  draftOf: (stored: Stored, edits: Partial<Draft>) => Draft;
  isChanged: (stored: Stored, edits: Partial<Draft>) => boolean;
  isValid: (draft: Draft) => boolean;
  settingsOf: (draft: Draft) => Settings;
  replace: (replacement: Replacement<Settings>) => Promise<Stored>;
  /** Asks anew what follows from it. */
  onStored: () => void;
}

export interface Editing {
  changed: boolean;
  valid: boolean;
  save: Pick<UseMutationResult, "error" | "isError" | "isPending" | "isSuccess">;
  discard: () => void;
}

export function useEditing<Stored extends { version?: number }, Draft, Settings>(
  stored: Stored,
  { queryKey, draftOf, isChanged, isValid, settingsOf, replace, onStored }: Parts<Stored, Draft, Settings>,
) {
  const [edits, setEdits] = useState<Partial<Draft>>({});
  const queries = useQueryClient();
  const draft = draftOf(stored, edits);

  function keep(saved: Stored): void {
    queries.setQueryData(queryKey, saved);
    onStored();
  }

  const save = useMutation({
    mutationFn: replace,
    onSuccess: (saved) => {
      keep(saved);
      setEdits({});
    },
    onError: (error) => {
      if (isRefusal(error, "stale_version")) void queries.invalidateQueries({ queryKey });
    },
  });

  return {
    draft,
    changed: isChanged(stored, edits),
    valid: isValid(draft),
    save,
    /** Takes for stored what came another way. */
    keep,
    edit(change: Partial<Draft>): void {
      if (save.isSuccess) save.reset();
      setEdits((before) => ({ ...before, ...change }));
    },
    discard(): void {
      save.reset();
      setEdits({});
    },
    submit: () => save.mutate({ version: stored.version ?? 0, settings: settingsOf(draft) }),
  };
}
