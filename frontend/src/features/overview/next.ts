/** What is to be done next, by what the figures tell: what is late comes first. */
import type { Overview } from "@/api/types";

export type Step =
  | { kind: "overdue" | "require" | "renew" | "invited"; users: number }
  | { kind: "deadline"; users: number; date: string }
  | { kind: "nothing" };

type Figures = Pick<Overview, "users" | "overdue" | "deadlinesAhead" | "enrollment">;

export function nextSteps({ users, overdue, deadlinesAhead, enrollment }: Figures): Step[] {
  const urgent = [...late(overdue), ...dueNext(deadlinesAhead)];
  if (urgent.length > 0) return urgent;
  const { accounts, activated, asked } = enrollment;
  const rest: Step[] = [
    { kind: "require", users: activated - asked },
    { kind: "renew", users: users.expired },
    { kind: "invited", users: accounts - activated },
  ];
  const next = rest.find((step) => "users" in step && step.users > 0);
  return [next ?? { kind: "nothing" }];
}

const late = (users: number): Step[] => (users > 0 ? [{ kind: "overdue", users }] : []);

function dueNext(deadlines: Overview["deadlinesAhead"]): Step[] {
  const [first] = deadlines.filter(({ users }) => users > 0).sort((a, b) => a.date.localeCompare(b.date));
  return first ? [{ kind: "deadline", ...first }] : [];
}
