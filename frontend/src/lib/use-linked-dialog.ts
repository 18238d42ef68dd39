/** Which dialog of a page is open, where some can be linked to: `?open=create`. */
import { type HistoryState, useNavigate, useSearch } from "@tanstack/react-router";
import { useDialog } from "./use-dialog";

/**
 * As `useDialog`, but the address tells of the dialogs `linked`. What is not for everybody is left out of them for
 * whoever may not open it. `Other` are those that a link does not open, such as one about something on the page.
 */
export function useLinkedDialog<Linked extends string, Other = never>(linked: readonly Linked[]) {
  const asked = useSearch({ strict: false, select: ({ open }) => open });
  const { open: other, setOpen: setOther, done, close } = useDialog<Other>();
  const navigate = useNavigate();
  const find = (open: unknown) => linked.find((name) => name === open);
  const named = find(asked);

  function tell(open: Linked | undefined): void {
    const search = (before: object) => ({ ...before, open });
    // What was done before is told on arrival alone.
    const state = ({ done, ...kept }: HistoryState) => kept;
    // Closing is no leaving: what a dialog would keep somebody for is settled by then.
    void navigate({ to: ".", search, state, replace: true, resetScroll: false, ignoreBlocker: true });
  }

  return {
    open: named ?? other,
    done,
    setOpen(open: Linked | Other): void {
      const name = find(open);
      if (name) tell(name);
      else setOther(open as Other);
    },
    close(words?: string): void {
      if (named) tell(undefined);
      close(words);
    },
  };
}
