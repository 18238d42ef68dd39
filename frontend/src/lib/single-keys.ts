/** Whether single keys are shortcuts: who speaks to their computer, or hits keys by accident, can do without (WCAG 2.1.4). */
import { keep, kept } from "./kept";

const KEY = "nightlatch.single-keys";

export function singleKeysAreOn(): boolean {
  return kept(KEY) !== "off";
}

export function turnSingleKeys(to: "on" | "off"): void {
  keep(KEY, to);
}
