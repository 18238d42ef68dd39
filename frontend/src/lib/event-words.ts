/** Audit events in plain words. */
import type { Action } from "@/api/types";
import { words } from "./words";

const say = words("events");

/** Whether a name, from an address for example, is one that there are words for. */
export function isAction(name: string | undefined): name is Action {
  return name !== undefined && say.find(name) !== undefined;
}

/** Those that this page knows. */
export const allActions = () => say.keys() as Action[];

export const eventWords = (action: Action): string => say(action);

/** A newer service may tell of more than this page knows. */
export function eventInWords(action: string): string {
  return say.find(action) ?? action;
}
