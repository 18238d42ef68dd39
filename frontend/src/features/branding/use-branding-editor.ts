/** Edits the branding, and its logo, which is stored by itself. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEditing } from "@/api/editing";
import { mine } from "@/api/queries";
import type { Branding } from "@/api/types";
import { saveBranding, saveLogo, branding as stored } from "./api";
import { draftOf, isChanged, isValid, settingsOf } from "./draft";

export function useBrandingEditor(branding: Branding) {
  const queries = useQueryClient();
  const editor = useEditing(branding, {
    queryKey: stored.queryKey,
    draftOf,
    isChanged,
    isValid,
    settingsOf,
    replace: saveBranding,
    // The pages around this one are painted anew.
    onStored: () => void queries.invalidateQueries({ queryKey: mine }),
  });
  const logo = useMutation({ mutationFn: saveLogo, onSuccess: editor.keep });
  return { editor, logo };
}
