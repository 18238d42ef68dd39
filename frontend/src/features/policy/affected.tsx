/** The people whom a policy reminds, asks or stops, each with a way to their page. */
import { Link } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import type { PolicyPreview, Standing } from "@/api/types";
import { words } from "@/lib/words";
import { Message } from "@/ui/message";
import quiet from "@/ui/quiet.module.css";
import { Tag } from "@/ui/tag";
import { Deadline } from "@/ui/when";
import { affected, standingWords } from "./consequences";
import classes from "./preview.module.css";

const say = words("policy");

const tones: Record<Standing, "good" | "info" | "warn" | "bad" | "quiet"> = {
  ready: "good",
  notice: "info",
  mustEnroll: "warn",
  blocked: "bad",
  exempt: "quiet",
};

export function Affected({ preview: { users, counts } }: { preview: PolicyPreview }) {
  const all = affected(counts);
  if (users.length === 0) return null;
  return (
    <details className={classes.details}>
      <summary>{say("affected", { people: all })}</summary>
      <ul className={classes.people}>
        {users.map(({ id, email, displayName, standing, deadline }) => (
          <li key={id} className={classes.person}>
            <p>
              <Name id={id}>{displayName}</Name>{" "}
              <Tag tone={tones[standing]}>{standingWords(standing).title}</Tag>
            </p>
            <p className={`${quiet.words} ${classes.about}`}>
              {deadline ? say.rich("affected.by", { email, deadline: <Deadline at={deadline} /> }) : email}
            </p>
          </li>
        ))}
      </ul>
      {all > users.length && (
        <p className={`${quiet.words} ${classes.about}`}>
          {say("affected.first", { shown: users.length, all })}
        </p>
      )}
    </details>
  );
}

export function LockedOut({ admins }: { admins: PolicyPreview["lockedOutAdmins"] }) {
  if (admins.length === 0) return null;
  return (
    <Message tone="bad">
      {say("locked-out", { count: admins.length })}
      <ul className={classes.names}>
        {admins.map(({ id, email, displayName }) => (
          <li key={id}>
            {say.rich("locked-out.person", { name: displayName, email, link: <Name id={id} /> })}
          </li>
        ))}
      </ul>
    </Message>
  );
}

function Name({ id, children }: { id: string; children?: string }) {
  const reads = usePermission("users.read");
  if (!reads) return children;
  return (
    <Link to="/admin/users/$id" params={{ id }}>
      {children}
    </Link>
  );
}
