/** How far everybody has come with their second factor, where they are stuck, and what helps. */
import type { ReactNode } from "react";
import type { Overview } from "@/api/types";
import { words } from "@/lib/words";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import { ShareBars } from "@/ui/share-bars";
import { STAGES, type Stage, stuckBefore } from "./funnel";
import classes from "./overview.module.css";
import { PolicyLink } from "./policy-link";
import { UsersLink } from "./users-link";

const say = words("overview");

export function Enrollment({ overview }: { overview: Overview }) {
  const { enrollment } = overview;
  return (
    <Section title={say("enrollment")}>
      <p className={classes.sentence}>
        {say("enrollment.told", { used: enrollment.used, accounts: enrollment.accounts })}
      </p>
      <ShareBars
        label={say("enrollment.caption")}
        bars={STAGES.map((stage) => ({
          id: stage,
          name: say(`stage.${stage}`),
          part: enrollment[stage],
          whole: enrollment.accounts,
          note: stuckBefore(stage, enrollment) > 0 && <Stuck stage={stage} overview={overview} />,
        }))}
      />
      <Figures
        caption={say("enrollment.caption")}
        file="enrollment"
        columns={[say("stage"), say("deadlines.users"), say("stage.stuck")]}
        rows={STAGES.map((stage) => [
          say(`stage.${stage}`),
          enrollment[stage],
          stuckBefore(stage, enrollment),
        ])}
      />
    </Section>
  );
}

/** Who has not come to a stage, and how to help them there. */
function Stuck({
  stage,
  overview: { enrollment, overdue, deadlinesAhead },
}: {
  stage: Stage;
  overview: Overview;
}): ReactNode {
  const users = stuckBefore(stage, enrollment);
  switch (stage) {
    case "accounts":
      return null;
    case "activated":
      return say.rich("stuck.activated", { users, link: <UsersLink account="invited" /> });
    case "asked":
      // Whoever has a deadline ahead is no longer to be asked for one.
      return deadlinesAhead.some((deadline) => deadline.users > 0)
        ? say("stuck.asked-later", { users })
        : say.rich("stuck.asked", { users, link: <PolicyLink /> });
    case "enrolled":
      return say.rich("stuck.enrolled", {
        users,
        ahead: Math.max(0, users - overdue),
        overdue,
        inTime: <UsersLink state="inGrace" />,
        late: <UsersLink state="overdue" />,
      });
    case "used":
      return say("stuck.used", { users });
  }
}
