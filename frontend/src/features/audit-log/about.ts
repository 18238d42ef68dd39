/** Whom an event is about. */
import type { AuditEvent } from "@/api/types";

/** Rules are about everybody, whoever wrote them. */
const RULES = /^(policy|organization)\./;
/** These are about no person: whoever did it is recorded in the subject's place. */
const THINGS = /^(role|api_key|webhook|sso_provider|branding|users|audit)\./;

export type About = "everybody" | "nobody" | "themselves" | "somebody";

export function aboutWhom({
  action,
  actor,
  subject,
}: Pick<AuditEvent, "action" | "actor" | "subject">): About {
  if (RULES.test(action)) return "everybody";
  if (!subject || THINGS.test(action)) return "nobody";
  return subject.id === actor?.id ? "themselves" : "somebody";
}
