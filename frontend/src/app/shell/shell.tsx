/** The frame of the signed-in pages. */
import "../signed-in.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { Header } from "./header";
import { Notices } from "./notices";
import { queries } from "./query-client";
import classes from "./shell.module.css";

export function Shell() {
  return (
    <QueryClientProvider client={queries}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <Header />
      <main className={classes.main} id="content" tabIndex={-1}>
        <Notices />
        <Outlet />
      </main>
    </QueryClientProvider>
  );
}
