/** Who is protected by role, and with what. */
import type { Overview } from "@/api/types";
import { isOwnMethod, methodWords } from "@/lib/method-words";
import { roleWords } from "@/lib/role-words";
import { words } from "@/lib/words";
import { Figures } from "@/ui/figures";
import { Section } from "@/ui/page";
import { ShareBars } from "@/ui/share-bars";
import { Empty } from "@/ui/states";
import { protectedUsers } from "./story";
import { UsersLink } from "./users-link";

const say = words("overview");

export function Roles({ overview: { byRole } }: { overview: Overview }) {
  if (byRole.length === 0)
    return (
      <Section title={say("roles")}>
        <Empty>{say("roles.none")}</Empty>
      </Section>
    );
  return (
    <Section title={say("roles")}>
      <ShareBars
        label={say("roles.label")}
        bars={byRole.map(({ role, total, protected: part }) => ({
          id: role,
          name: <UsersLink role={role}>{roleWords(role)}</UsersLink>,
          part,
          whole: total,
        }))}
      />
      <Figures
        caption={say("roles.label")}
        file="roles"
        columns={[say("role"), say("adoption.protected"), say("total.all")]}
        rows={byRole.map(({ role, total, protected: part }) => [roleWords(role), part, total])}
      />
    </Section>
  );
}

export function Methods({ overview }: { overview: Overview }) {
  const whole = protectedUsers(overview);
  const used = overview.byMethod.filter(({ method, users }) => users > 0 && isOwnMethod(method));
  return (
    <Section title={say("methods")}>
      {used.length === 0 ? (
        <Empty>{say("methods.none")}</Empty>
      ) : (
        <>
          <ShareBars
            label={say("methods.label")}
            bars={used.map(({ method, users }) => ({
              id: method,
              name: methodWords(method),
              part: users,
              whole: Math.max(whole, users),
            }))}
          />
          <Figures
            caption={say("methods.label")}
            file="methods"
            columns={[say("method"), say("deadlines.users")]}
            rows={used.map(({ method, users }) => [methodWords(method), users])}
          />
        </>
      )}
    </Section>
  );
}
