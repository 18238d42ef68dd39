/** Where somebody stands who was invited and has not come yet. */
import { Tag } from "@/ui/tag";
import { type Invited, isDead, linkInWords } from "./invite-words";
import classes from "./users.module.css";

export function InvitationState({ user }: { user: Invited }) {
  return (
    <>
      <Tag tone={isDead(user) ? "warn" : "info"}>Invited</Tag>
      <div className={classes.quiet}>{linkInWords(user)}</div>
    </>
  );
}
