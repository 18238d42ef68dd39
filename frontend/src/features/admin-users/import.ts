/** Importing people: a file is checked first, and imported when somebody has seen what comes of it. */
import type { ImportResult } from "@/api/types";
import type { Part } from "./import-parts";

export interface ImportFile {
  name: string;
  parts: Part[];
}

/** `done`: so many parts are through. */
export type ImportState =
  | { step: "choosing"; why?: unknown }
  | { step: "checking"; file: ImportFile; done: number; result: ImportResult }
  | { step: "checked"; file: ImportFile; result: ImportResult; why?: unknown }
  | { step: "importing"; file: ImportFile; done: number; result: ImportResult; checked: ImportResult }
  | { step: "imported"; result: ImportResult };

export type ImportEvent =
  | { type: "chosen"; file: ImportFile }
  | { type: "confirmed" }
  /** The next part is through. */
  | { type: "answered"; result: ImportResult }
  | { type: "refused"; why: unknown }
  | { type: "again" };

export const start: ImportState = { step: "choosing" };

export function importing(state: ImportState, event: ImportEvent): ImportState {
  switch (event.type) {
    case "chosen":
      return { step: "checking", file: event.file, done: 0, result: nothing(true) };
    case "confirmed":
      if (state.step !== "checked") return state;
      return {
        step: "importing",
        file: state.file,
        done: 0,
        result: nothing(false),
        checked: state.result,
      };
    case "answered":
      return answered(state, event.result);
    case "refused":
      if (state.step === "checking") return { step: "choosing", why: event.why };
      // Whoever is in stays in: it is begun again, and skips them.
      if (state.step === "importing") {
        return { step: "checked", file: state.file, result: state.checked, why: event.why };
      }
      return state;
    case "again":
      return start;
  }
}

function answered(state: ImportState, part: ImportResult): ImportState {
  if (state.step !== "checking" && state.step !== "importing") return state;
  const { file } = state;
  const before = file.parts[state.done]?.before ?? 0;
  const result = sum(state.result, part, before);
  const done = state.done + 1;
  if (done < file.parts.length) return { ...state, done, result };
  return state.step === "checking" ? { step: "checked", file, result } : { step: "imported", result };
}

function nothing(dryRun: boolean): ImportResult {
  return { dryRun, imported: 0, existing: 0, failed: 0, withFactor: 0, withoutPassword: 0, errors: [] };
}

/** Of two parts, the second of which begins behind so many lines. */
function sum(one: ImportResult, other: ImportResult, before: number): ImportResult {
  const errors = other.errors.map((error) => ({ ...error, line: error.line + before }));
  return {
    dryRun: one.dryRun,
    imported: one.imported + other.imported,
    existing: one.existing + other.existing,
    failed: one.failed + other.failed,
    withFactor: one.withFactor + other.withFactor,
    withoutPassword: one.withoutPassword + other.withoutPassword,
    errors: [...one.errors, ...errors].slice(0, MOST_ERRORS),
  };
}

/** So many errors are shown; all are counted. */
export const MOST_ERRORS = 1_000;
