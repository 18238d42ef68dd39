/** Says on a developer's machine where the mail is that a real service would have sent. */
import { atService } from "@/lib/service";
import { words } from "@/lib/words";
import classes from "./development-bar.module.css";

const say = words("app");

/** The service of a development machine tells by a cookie where its mailbox is. */
const MAILBOX = /(?:^|;\s*)nightlatch-mailbox=(\/dev\/mail)(?:;|$)/;

export function DevelopmentBar() {
  const mailbox = MAILBOX.exec(document.cookie)?.[1];
  if (!mailbox) return null;
  return (
    <aside aria-label={say("development")} className={classes.bar}>
      {say.rich("development.text", {
        mailbox: (
          <a href={atService(mailbox)} target="_blank" rel="noopener">
            {mailbox}
          </a>
        ),
      })}
    </aside>
  );
}
