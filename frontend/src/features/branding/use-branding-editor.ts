/** Edits on top of the stored branding, and what became of saving them. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { isRefusal } from "@/api/problem";
import { mine } from "@/api/queries";
import type { Branding } from "@/api/types";
import { saveBranding, saveLogo, branding as stored } from "./api";
import { draftOf, type Edits, isChanged, isValid, settingsOf } from "./draft";

export function useBrandingEditor(branding: Branding) {
  const [edits, setEdits] = useState<Edits>({});
  const queries = useQueryClient();
  const keep = (saved: Branding) => {
    queries.setQueryData(stored.queryKey, saved);
    // The pages around this one are painted anew.
    void queries.invalidateQueries({ queryKey: mine });
  };
  const save = useMutation({
    mutationFn: saveBranding,
    onSuccess: (saved) => {
      keep(saved);
      setEdits({});
    },
    onError: (error) => {
      if (isRefusal(error, "stale_version")) void queries.invalidateQueries({ queryKey: stored.queryKey });
    },
  });
  const logo = useMutation({ mutationFn: saveLogo, onSuccess: keep });

  const draft = draftOf(branding, edits);
  return {
    draft,
    save,
    logo,
    changed: isChanged(branding, edits),
    valid: isValid(draft),
    edit(change: Edits) {
      if (save.isSuccess) save.reset();
      setEdits((before) => ({ ...before, ...change }));
    },
    discard() {
      save.reset();
      setEdits({});
    },
    submit: () => save.mutate({ version: branding.version, settings: settingsOf(draft) }),
  };
}
