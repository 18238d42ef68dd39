/** What a refusal means where it is about a role. */
import { describe } from "@/api/messages";
import { isRefusal } from "@/api/problem";

export function refusalInWords(error: unknown): string | undefined {
  if (isRefusal(error, "role_in_use"))
    return "This role is in use: somebody has it, or a phase of the policy names it. Give these people another role, or take the phase out of the policy, and then delete it.";
  if (isRefusal(error, "not_permitted"))
    return "A role can permit only what you may do yourself. A superadministrator can do it.";
  if (isRefusal(error, "not_found")) return "Somebody has deleted this role in the meantime.";
  return describe(error);
}
