// The page has come, and the service behind it has not.
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("a first load without the service", async (t) => {
  const stage = await setStage(t);

  await t.test("says what happened, and comes back", async () => {
    const { page } = await stage.openPage();
    await page.route("**/v1/**", (route) => route.abort("internetdisconnected"));
    await page.goto("/sign-in");
    await pages.heading(page, "This page could not be shown");
    await page.getByRole("alert").getByText(/^Nightlatch cannot be reached. Check/).waitFor();
    await assertAccessible(page, "unreachable");
    await assertLooks(page, "unreachable");
    await page.unroute("**/v1/**");
    await page.getByRole("button", { name: "Try again" }).click();
    await pages.heading(page, "Sign in");
  });

  await t.test("in the language of whoever reads it", async () => {
    const { page } = await stage.openPage({ locale: "de-DE" });
    await page.route("**/v1/**", (route) => route.abort("internetdisconnected"));
    await page.goto("/sign-in");
    await page.getByRole("alert").getByText(/^Nightlatch ist nicht zu erreichen/).waitFor();
  });

  await t.test("says so even where the words for it cannot be had", async () => {
    const { page } = await stage.openPage();
    await page.route(/\/(v1|assets\/problems)/, (route) => route.abort("internetdisconnected"));
    await page.goto("/sign-in");
    await page.getByRole("alert").getByText(/^Nightlatch cannot be reached/).waitFor();
  });
});
