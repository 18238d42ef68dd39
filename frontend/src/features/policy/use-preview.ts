/** What a draft would do, asked anew whenever it has settled; the last answer stays until the next is there. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { PolicySettings } from "@/api/types";
import { useSettled } from "@/lib/use-settled";
import { inOrder, isValid } from "./draft";
import { previewOf } from "./queries";

const PATIENCE_MS = 400;

export function usePreview(draft: PolicySettings, at: string | undefined) {
  // A draft is a new object at every render, and settles by what it says.
  const words = JSON.stringify([inOrder(draft), at]);
  const valid = isValid(draft);
  const asked = useMemo(() => ({ words, valid }), [words, valid]);
  const settled = useSettled(asked, PATIENCE_MS);
  const [policy, moment] = JSON.parse(settled.words) as [PolicySettings, string | undefined | null];
  const query = useQuery({
    ...previewOf(policy, moment ?? undefined),
    enabled: settled.valid,
    placeholderData: keepPreviousData,
  });
  return { query, valid, stale: settled !== asked || query.isPlaceholderData };
}
