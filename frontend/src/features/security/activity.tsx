/** What happened with this account lately, so that a stranger's doing stands out. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Action } from "@/api/types";
import { deviceName } from "@/lib/devices";
import { eventInWords } from "@/lib/event-words";
import { listed } from "@/lib/lists";
import { words } from "@/lib/words";
import { Help } from "@/ui/help";
import { MoreButton } from "@/ui/more-button";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import quiet from "@/ui/quiet.module.css";
import { Empty } from "@/ui/states";
import { Tag } from "@/ui/tag";
import { When } from "@/ui/when";
import { activity } from "./queries";
import classes from "./security.module.css";

const say = words("security");

/** What only begins something. Not a code that a sign-in asks for: alone, it tells that somebody knows the password. */
const BEGINNINGS = new Set<string>(["step_up.challenged", "enrollment.begun"] satisfies Action[]);

export function Activity() {
  const query = useInfiniteQuery(activity);
  return (
    <Section title={say("activity")} id="activity">
      <QueryView query={query} rows={5}>
        {(all) => {
          const events = all.filter(({ action }) => !BEGINNINGS.has(action));
          if (events.length === 0 && !query.hasNextPage) return <Empty>{say("activity.none")}</Empty>;
          return (
            <ul className={classes.events}>
              {events.map(({ id, action, outcome, occurredAt, userAgent, address }) => (
                <li key={id} className={classes.event}>
                  <span>
                    {eventInWords(action)}{" "}
                    {outcome === "failure" && <Tag tone="warn">{say("activity.refused")}</Tag>}
                  </span>
                  <span className={quiet.text}>
                    {listed(
                      [userAgent && deviceName(userAgent), address].filter((part) => part !== undefined),
                    )}
                  </span>
                  <span className={quiet.text}>
                    <When at={occurredAt} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryView>
      <MoreButton query={query} />
      <Help topics={["not-me"]} />
    </Section>
  );
}
