/** Which dialog of a page is open, and what the one before has done. */
import { useState } from "react";

export function useDialog<Open>() {
  const [open, setOpen] = useState<Open>();
  const [done, setDone] = useState<string>();
  return {
    open,
    setOpen,
    done,
    close(words?: string): void {
      setOpen(undefined);
      setDone(words);
    },
  };
}
