/** The frame of the signed-in pages. */
import { words } from "@/lib/words";
import "../signed-in.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import { organizationIdOf } from "@/api/acting";
import { useActing } from "@/api/hooks";
import { BareFrame } from "@/ui/bare-page";
import { Column } from "@/ui/column";
import { ActingBar } from "./acting-bar";
import { ActingEnd } from "./acting-end";
import { Header } from "./header";
import { Notices } from "./notices";
import { queries } from "./query-client";
import classes from "./shell.module.css";

export { readFrame } from "./branding";

const say = words("shell");

/** Around the page of the address, or another one. */
export function Shell({ page = <Outlet /> }: { page?: ReactNode }) {
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
          <BareFrame value={Column}>{page}</BareFrame>
        </Fragment>
      </main>
    </QueryClientProvider>
  );
}
