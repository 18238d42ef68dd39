/** The columns that are shown, and a choice of others. */
import { useState } from "react";
import { type Column, keepColumns, readColumns } from "./columns";

export function useColumns() {
  const [shown, setShown] = useState(readColumns);
  function choose(columns: readonly Column[]): void {
    keepColumns(columns);
    setShown(columns);
  }
  return { shown, choose };
}
