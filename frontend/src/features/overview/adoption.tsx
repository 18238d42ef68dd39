/** How many were protected, over the last three months. */
import type { Overview } from "@/api/types";
import { words } from "@/lib/words";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import { Empty } from "@/ui/states";
import { Trend } from "@/ui/trend";
import classes from "./overview.module.css";
import { adoptionSentence } from "./story";

const say = words("overview");

export function Adoption({ overview: { adoption, users } }: { overview: Overview }) {
  const values = adoption.map((day) => day.protected);
  return (
    <Section title={say("adoption")}>
      {adoption.length > 0 ? (
        <>
          <p className={classes.sentence}>{adoptionSentence(adoption, users.total)}</p>
          <Trend
            summary={adoptionSentence(adoption)}
            values={values}
            top={Math.max(1, users.total, ...values)}
            dates={adoption.map((day) => day.date)}
          />
          <Figures
            caption={say("adoption.caption")}
            file="protected-users"
            columns={[say("day"), say("adoption.protected")]}
            rows={adoption.map((day) => [{ day: day.date }, day.protected])}
          />
        </>
      ) : (
        <Empty>{adoptionSentence(adoption)}</Empty>
      )}
    </Section>
  );
}
