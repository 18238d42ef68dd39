/** Who is protected by role, and with what. */
import { Link } from "@tanstack/react-router";
import type { Overview } from "@/api/types";
import { methodWords } from "@/lib/method-words";
import { roleWords } from "@/lib/role-words";
import { Section } from "@/ui/page";
import { ShareBars } from "@/ui/share-bars";
import { Empty } from "@/ui/states";
import { protectedUsers } from "./story";

export function Roles({ overview: { byRole } }: { overview: Overview }) {
  return (
    <Section title="By role">
      {byRole.length === 0 && <Empty>Nobody has a role.</Empty>}
      <ShareBars
        label="Protected users by role"
        bars={byRole.map(({ role, total, protected: part }) => ({
          id: role,
          name: (
            <Link to="/admin/users" search={{ role }}>
              {roleWords(role)}
            </Link>
          ),
          part,
          whole: total,
        }))}
      />
    </Section>
  );
}

export function Methods({ overview }: { overview: Overview }) {
  const whole = protectedUsers(overview);
  const used = overview.byMethod.filter(({ users }) => users > 0);
  return (
    <Section title="By method">
      {used.length === 0 ? (
        <Empty>Nobody has a second factor yet.</Empty>
      ) : (
        <ShareBars
          label="Protected users by method"
          bars={used.map(({ method, users }) => ({
            id: method,
            name: methodWords(method),
            part: users,
            whole: Math.max(whole, users),
          }))}
        />
      )}
    </Section>
  );
}
