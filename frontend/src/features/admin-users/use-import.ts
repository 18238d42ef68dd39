/** Sends the parts of a file one after the other. */
import { useEffect, useReducer } from "react";
import { importUsers, useUserChange } from "./changes";
import { importing, start } from "./import";

export function useImport() {
  const [state, dispatch] = useReducer(importing, start);
  const { mutateAsync } = useUserChange(importUsers);
  const { step } = state;
  const part = step === "checking" || step === "importing" ? state.file.parts[state.done] : undefined;
  const dryRun = step === "checking";

  useEffect(() => {
    if (!part) return;
    let current = true;
    mutateAsync({ text: part.text, dryRun }).then(
      (result) => current && dispatch({ type: "answered", result }),
      (why: unknown) => current && dispatch({ type: "refused", why }),
    );
    return () => {
      current = false;
    };
  }, [part, dryRun, mutateAsync]);

  return { state, dispatch };
}
