/** Where this person is signed in. */
import { useQuery } from "@tanstack/react-query";
import { describe } from "@/api/messages";
import { words } from "@/lib/words";
import { ActionButton } from "@/ui/action-button";
import { Failure, Spoken } from "@/ui/message";
import { Section } from "@/ui/page";
import { QueryView } from "@/ui/query-view";
import { endOthers, endSession, useChange } from "./changes";
import { sessions } from "./queries";
import classes from "./security.module.css";
import { SessionItem } from "./session-item";

const say = words("security");

export function Sessions() {
  const query = useQuery(sessions);
  const one = useChange(endSession);
  const all = useChange(endOthers);
  const items = query.data?.items ?? [];
  return (
    <Section
      title={say("sessions")}
      id="sessions"
      aside={
        items.length > 2 && (
          <ActionButton variant="default" size="sm" loading={all.isPending} onClick={() => all.mutate(items)}>
            {say("sessions.end-others")}
          </ActionButton>
        )
      }
    >
      <Failure message={describe(one.error ?? all.error)} />
      <Spoken>{one.isSuccess || all.isSuccess ? say("sessions.ended") : undefined}</Spoken>
      <QueryView query={query}>
        {({ items }) => (
          <ul className={classes.list}>
            {items.map((session) => (
              <SessionItem
                key={session.id}
                session={session}
                busy={one.isPending && one.variables.id === session.id}
                onEnd={() => one.mutate(session)}
              />
            ))}
          </ul>
        )}
      </QueryView>
    </Section>
  );
}
