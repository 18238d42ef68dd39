/** Which organization is administered, for as long as it is another one, and the way back. */

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import type { OtherOrganization } from "@/api/acting";
import { useActing } from "@/api/hooks";
import { me } from "@/api/queries";
import { words } from "@/lib/words";
import { Spoken } from "@/ui/message";
import { useToldHeight } from "@/ui/use-told-height";
import classes from "./acting.module.css";
import { actingInWords, reachInWords } from "./acting-words";

const say = words("shell");

export function ActingBar() {
  const acting = useActing();
  return (
    <>
      <Spoken>{actingInWords(acting)}</Spoken>
      {acting.phase === "elsewhere" && <Bar organization={acting.organization} />}
    </>
  );
}

function Bar({ organization }: { organization: OtherOrganization }) {
  const { data } = useQuery(me);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const measured = useToldHeight("--nl-acting");
  return (
    <aside ref={measured} className={classes.bar} aria-label={say("acting")}>
      <div className={classes.row}>
        <p className={classes.words}>
          {say.rich("acting.shown", {
            organization: organization.name,
            name: <strong className={classes.name} />,
          })}{" "}
          {reachInWords(pathname)}
        </p>
        {/* By way of an address, so that a page with something unsaved can ask first. */}
        <Button
          className={classes.back}
          size="compact-md"
          onClick={() => void navigate({ to: "/organizations/own" })}
        >
          {data ? say("acting.back", { organization: data.organization.name }) : say("acting.back-home")}
        </Button>
      </div>
    </aside>
  );
}
