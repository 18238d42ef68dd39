/** The people whom a policy reminds, asks or stops, each with a way to their page. */
import { Link } from "@tanstack/react-router";
import { usePermission } from "@/api/hooks";
import type { PolicyPreview, Standing } from "@/api/types";
import { Message } from "@/ui/message";
import { Tag } from "@/ui/tag";
import { Deadline } from "@/ui/when";
import { affected, peopleInWords, standingWords } from "./consequences";
import classes from "./preview.module.css";

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
      <summary>Who: {peopleInWords(all)}</summary>
      <ul className={classes.people}>
        {users.map(({ id, email, displayName, standing, deadline }) => (
          <li key={id} className={classes.person}>
            <p>
              <Name id={id}>{displayName}</Name>{" "}
              <Tag tone={tones[standing]}>{standingWords[standing].title}</Tag>
            </p>
            <p className={classes.quiet}>
              {email}
              {deadline && (
                <>
                  , by <Deadline at={deadline} />
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
      {all > users.length && (
        <p className={classes.quiet}>
          The first {users.length} of {all}.
        </p>
      )}
    </details>
  );
}

export function LockedOut({ admins }: { admins: PolicyPreview["lockedOutAdmins"] }) {
  if (admins.length === 0) return null;
  return (
    <Message tone="bad">
      {admins.length === 1 ? "This administrator" : "These administrators"} could not sign in any more:
      <ul className={classes.names}>
        {admins.map(({ id, email, displayName }) => (
          <li key={id}>
            <Name id={id}>{displayName}</Name>, {email}
          </li>
        ))}
      </ul>
    </Message>
  );
}

function Name({ id, children }: { id: string; children: string }) {
  const reads = usePermission("users.read");
  if (!reads) return children;
  return (
    <Link to="/admin/users/$id" params={{ id }}>
      {children}
    </Link>
  );
}
