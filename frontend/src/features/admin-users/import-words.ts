/** Imports in an administrator's words. */
import type { ImportResult } from "@/api/types";

export function people(count: number): string {
  return count === 1 ? "1 person" : `${count} people`;
}

const are = (count: number) => (count === 1 ? "is" : "are");

/** What comes, or came, of a file, a sentence for each sort of lines. */
export function resultInWords(result: ImportResult): string[] {
  const { dryRun, imported, existing, failed, withFactor, withoutPassword } = result;
  const done = dryRun ? "can be imported" : `${are(imported)} imported`;
  const factor = imported > 0 ? `, ${withFactor} of them with a second factor` : "";
  const sentences = [`${people(imported)} ${done}${factor}.`];
  if (withoutPassword > 0) {
    const choose = withoutPassword === 1 ? "chooses" : "choose";
    sentences.push(`${people(withoutPassword)} ${choose} a password first, by “Forgot your password?”.`);
  }
  if (existing > 0)
    sentences.push(
      `${people(existing)} ${are(existing)} here already and ${existing === 1 ? "stays" : "stay"} as they are.`,
    );
  if (failed > 0)
    sentences.push(`${failed === 1 ? "1 line is" : `${failed} lines are`} not right: see below.`);
  return sentences;
}

export function importedInWords(result: ImportResult): string | undefined {
  if (result.imported === 0) return undefined;
  return `${people(result.imported)} ${are(result.imported)} imported.`;
}
