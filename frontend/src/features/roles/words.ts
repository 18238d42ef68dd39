/** What a refusal means where it is about a role. */
import { describe, type Told } from "@/api/messages";
import { isRefusal } from "@/api/problem";
import { words } from "@/lib/words";

const say = words("roles");

export function refusalInWords(error: unknown): Told | undefined {
  if (isRefusal(error, "role_in_use")) return say("refused.role_in_use");
  if (isRefusal(error, "not_permitted")) return say("refused.not_permitted");
  if (isRefusal(error, "not_found")) return say("refused.not_found");
  return describe(error);
}
