/** The way to the help page, for somebody who is in the middle of something or is not. */
import { Link } from "@tanstack/react-router";
import { words } from "@/lib/words";

const say = words("ui");

/** `aside`: in a tab of its own, so that what is shown here is not lost. */
export function HelpLink({ aside }: { aside: boolean }) {
  return (
    <Link to="/help" target={aside ? "_blank" : undefined}>
      {say(aside ? "help.aside" : "help")}
    </Link>
  );
}
