/** What is on the page and saved nowhere. */
const drafts = new Set<symbol>();

/** There is something, until what is returned is called. */
export function noteUnsaved(): () => void {
  const draft = Symbol();
  drafts.add(draft);
  return () => drafts.delete(draft);
}

export const isAnythingUnsaved = () => drafts.size > 0;
