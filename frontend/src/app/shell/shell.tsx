/** The frame of the signed-in pages. */
import { words } from "@/lib/words";
import "../signed-in.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Fragment } from "react";
import { organizationIdOf } from "@/api/acting";
import { useActing } from "@/api/hooks";
import { ActingBar } from "./acting-bar";
import { ActingEnd } from "./acting-end";
import { Header } from "./header";
import { Notices } from "./notices";
import { queries } from "./query-client";
import classes from "./shell.module.css";

export { readFrame } from "./branding";

const say = words("shell");

export function Shell() {
  const organizationId = organizationIdOf(useActing());
  return (
    <QueryClientProvider client={queries}>
      <a className={classes.skip} href="#content">
        {say("skip")}
      </a>
      <ActingBar />
      <Header />
      <main className={classes.main} id="content" tabIndex={-1}>
        <ActingEnd className={classes.notices} />
        <Notices />
        {/* What was begun in one organization is not carried on in another one. */}
        <Fragment key={organizationId}>
          <Outlet />
        </Fragment>
      </main>
    </QueryClientProvider>
  );
}
