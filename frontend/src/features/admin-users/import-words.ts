/** Imports in an administrator's words. */
import { fieldInWords } from "@/api/problem";
import type { ImportResult } from "@/api/types";
import { words } from "@/lib/words";

const say = words("admin-users-new");

/** What comes, or came, of a file, a sentence for each sort of lines. */
export function resultInWords(result: ImportResult): string[] {
  const { existing, failed, withoutPassword } = result;
  const sentences = [takenInWords(result)];
  if (withoutPassword > 0) sentences.push(say("no-password", { count: withoutPassword }));
  if (existing > 0) sentences.push(say("existing", { count: existing }));
  if (failed > 0) sentences.push(say("failed", { count: failed }));
  return sentences;
}

function takenInWords({ dryRun, imported: count, withFactor }: ImportResult): string {
  const what = dryRun ? "possible" : "imported";
  return count > 0 ? say(`${what}.with-factor`, { count, protected: withFactor }) : say(what, { count });
}

export function importedInWords({ imported: count }: ImportResult): string | undefined {
  return count > 0 ? say("imported", { count }) : undefined;
}

/** What the service finds wrong with a line, and in which field of it. */
export function wrongInWords({ field, ...error }: ImportResult["errors"][number]): string {
  const message = fieldInWords(error);
  return field ? say("wrong.in-field", { message, field }) : message;
}
