/** What people ask at each step of the set-up. */
import type { Topic } from "@/ui/help-topics";
import type { EnrollmentState } from "./flow";

/** The sheet of recovery codes, which is shown elsewhere, too, has its own. */
export const questions: Record<Exclude<EnrollmentState["step"], "codes" | "done">, readonly Topic[]> = {
  choice: ["app", "passkey", "why"],
  passkey: ["passkey", "why"],
  app: ["which-app", "why"],
  connect: ["code", "which-app"],
};
