// What an administrator sees first: how far everybody has come, and where to look next.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("overview", async (t) => {
  const stage = await setStage(t);
  await stage.memberWithPhone("Fay");
  const gus = await stage.member("Gus");
  const max = await stage.member("Max", ["manager"]);
  const { page, context } = await stage.openPage();
  const section = (name) => page.getByRole("region", { name, exact: true });
  await pages.signIn(page, stage.credentials);

  await t.test("it tells how many are protected", async () => {
    await page.getByRole("link", { name: "Overview" }).click();
    await pages.heading(page, "Overview");
    await section("Today").getByText("1 of 4 users is protected by a second factor.").waitFor();
    await section("By role")
      .getByRole("listitem")
      .filter({ hasText: "Member" })
      .getByText("1 of 2")
      .waitFor();
    await section("By method").getByText("Authenticator app").waitFor();
    await assertAccessible(page, "overview");
    await assertLooks(page, "overview");
    await pages.assertFitsPhone(page, "overview");
  });

  await t.test("every chart says what it shows, and has its numbers in a table", async () => {
    const adoption = section("Protected users over time");
    await adoption.getByRole("img", { name: /^From 0 protected on .* to 1 on / }).waitFor();
    await adoption.getByText("Show as a table").press("Enter");
    const table = adoption.getByRole("table");
    assert.equal(await table.getByRole("rowheader").count(), 90);
    assert.equal(await table.getByRole("row").last().getByRole("cell").innerText(), "1");
    await assertAccessible(page, "overview with a table");
    await assertLooks(page, "overview with a table");
    await pages.assertFitsPhone(page, "overview with a table");
  });

  await t.test("where there is nothing to draw, it says so", async () => {
    await section("Deadlines ahead").getByText("Nobody has a deadline within the next 60 days.").waitFor();
    assert.equal(await section("Deadlines ahead").getByRole("img").count(), 0);
  });

  await t.test("each number leads to the people whom it counts", async () => {
    await section("Today").getByRole("link", { name: "2FA off" }).click();
    await pages.heading(page, "3 users");
    assert.equal(new URL(page.url()).searchParams.get("twoFactor"), "notEnabled");
    await page.goBack();
    await section("By role").getByRole("link", { name: "Member" }).click();
    await pages.heading(page, "2 users");
    assert.equal(new URL(page.url()).searchParams.get("role"), "member");
  });

  await t.test("what fails is counted", async () => {
    const { page: his } = await stage.openPage();
    await pages.typePassword(his, { ...max, password: "not the right one" });
    await his.getByRole("alert").getByText("Login failed.").waitFor();
    await page.goto("/overview");
    const told = "1 failed password and 0 refused codes in the last 30 days.";
    await section("Failures").getByRole("paragraph").filter({ hasText: told }).waitFor();
    await section("Failures").getByRole("img", { name: told }).waitFor();
    await assertAccessible(page, "overview with failures");
    await section("Failures").getByRole("link", { name: "Failed sign-ins in the audit log" }).click();
    await page.getByRole("row").filter({ hasText: "Sign-in failed" }).first().waitFor();
  });

  await t.test("without a network it says so, and can be asked again", async () => {
    await page.goto("/account");
    await pages.heading(page, "My account");
    await context.route("**/v1/overview", (route) => route.abort("internetdisconnected"));
    await page.getByRole("link", { name: "Overview" }).click();
    const retry = page.getByRole("alert").getByRole("button", { name: "Try again" });
    await retry.waitFor();
    await assertAccessible(page, "overview that could not be had");
    await assertLooks(page, "overview that could not be had");
    await context.unroute("**/v1/overview");
    await retry.click();
    await section("Today").waitFor();
  });

  await t.test("a manager sees it, a member does not", async () => {
    const { page: his } = await stage.openPage();
    await pages.signIn(his, max);
    await his.getByRole("link", { name: "Overview" }).click();
    await his.getByRole("region", { name: "Failures" }).getByRole("img").waitFor();
    assert.equal(await his.getByRole("link", { name: /audit log/ }).count(), 0);
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, gus);
    assert.equal(await hers.getByRole("link", { name: "Overview" }).count(), 0);
    await hers.goto("/overview");
    await pages.heading(hers, "Page not found");
  });
});
