/** Who is ticked in the list: some of those that are shown, or everybody whom the filter fits, shown or not. */

export type Selection = { kind: "some"; ids: readonly string[] } | { kind: "all" };

export type SelectionEvent =
  | { type: "ticked"; id: string; shown: readonly string[] }
  | { type: "tickedShown"; shown: readonly string[] }
  | { type: "tickedAll" }
  | { type: "cleared" };

export const nobody: Selection = { kind: "some", ids: [] };

export function selection(state: Selection, event: SelectionEvent): Selection {
  switch (event.type) {
    case "ticked": {
      // Whoever takes one out of everybody is left with the others that they see.
      const ids = state.kind === "all" ? event.shown : state.ids;
      const without = ids.filter((id) => id !== event.id);
      return { kind: "some", ids: without.length < ids.length ? without : [...ids, event.id] };
    }
    case "tickedShown":
      return coversShown(state, event.shown) ? nobody : { kind: "some", ids: event.shown };
    case "tickedAll":
      return { kind: "all" };
    case "cleared":
      return nobody;
  }
}

export function includes(state: Selection, id: string): boolean {
  return state.kind === "all" || state.ids.includes(id);
}

export function coversShown(state: Selection, shown: readonly string[]): boolean {
  return shown.length > 0 && shown.every((id) => includes(state, id));
}

export function sizeOf(state: Selection, total: number): number {
  return state.kind === "all" ? total : state.ids.length;
}
