/** Says on a developer's machine where the mail is that a real service would have sent. */
import classes from "./development-bar.module.css";

/** The service of a development machine tells by a cookie where its mailbox is. */
const MAILBOX = /(?:^|;\s*)nightlatch-mailbox=(\/dev\/mail)(?:;|$)/;

export function DevelopmentBar() {
  const mailbox = MAILBOX.exec(document.cookie)?.[1];
  if (!mailbox) return null;
  return (
    <aside aria-label="Development" className={classes.bar}>
      Development service: no mail leaves it.{" "}
      <a href={mailbox} target="_blank" rel="noopener">
        Open the mailbox
      </a>
    </aside>
  );
}
