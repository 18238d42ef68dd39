// What an administrator sees first: how far everybody has come, and where to look next.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { busyOverview } from "../support/busy.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

/** Each with what its file is called, its header, its rows, and the first of these. */
const CHARTS = {
  "Set-up progress": ["enrollment", "Stage,Users,Not there yet", 5, "Has an account,1304,0"],
  "Protected users over time": ["protected-users", "Day,Protected", 90, "2026-08-29,60"],
  "By role": ["roles", "Role,Protected,All users", 3, "Administrator,6,6"],
  "By method": ["methods", "Method,Users", 2, "Authenticator app,702"],
  "Deadlines ahead": ["deadlines", "Deadline,Users", 4, "2026-12-03,61"],
  Failures: ["failures-by-day", "Day,Failed passwords,Refused codes", 30, "2026-10-28,17,5"],
  "Failed attempts by hour": [
    "failures-by-hour",
    "Day,Hour,Failed passwords,Refused codes",
    44,
    "Monday,07:00–07:59,16,0",
  ],
};

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
    await section("By role").getByRole("listitem").filter({ hasText: "Member" }).getByText("1 of 2").waitFor();
    await section("By method").getByRole("listitem").getByText("Authenticator app").waitFor();
    const way = section("Set-up progress");
    await way.getByText("0 of 4 accounts have a second factor and have used it.").waitFor();
    await way.getByText("1 user has not needed it yet.").waitFor();
    const next = "3 users without a second factor do not need one: change that in the policy.";
    await section("Today").getByText(next).waitFor();
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
    await section("Failed attempts by hour").getByText("No failed attempts in the last 4 weeks.").waitFor();
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

  await t.test("it leads to what is to be done next, and to where people are stuck", async () => {
    await page.goto("/overview");
    await section("Today").getByRole("link", { name: "the policy" }).click();
    await pages.heading(page, "Policy");
    const administrator = await stage.administrator();
    await administrator.send("POST", "/v1/users", { email: "ivy@example.org", displayName: "Ivy", roles: ["member"] });
    await page.goto("/overview");
    await section("Set-up progress").getByRole("link", { name: "show them" }).click();
    await pages.heading(page, "1 user");
    assert.equal(new URL(page.url()).searchParams.get("account"), "invited");
  });

  await t.test("who is only invited is in none of the numbers, nor in the lists behind them", async () => {
    for (const [name, link, users] of [
      ["Today", "2FA off", "3 users"],
      ["By role", "Member", "2 users"],
    ]) {
      await page.goto("/overview");
      await section(name).getByRole("link", { name: link }).click();
      await pages.heading(page, users);
    }
  });

  await t.test("who is suspended has a number of their own, and is in no other list", async () => {
    await stage.member("Hal");
    const administrator = await stage.administrator();
    const [hal] = (await administrator.send("GET", "/v1/users?q=hal@example.org")).body.items;
    await administrator.send("PATCH", `/v1/users/${hal.id}`, { suspended: true });
    for (const [name, link, users] of [
      ["Today", "2FA off", "3 users"],
      ["By role", "Member", "2 users"],
      ["Today", "Suspended (not counted)", "1 user"],
    ]) {
      await page.goto("/overview");
      await section(name).getByRole("link", { name: link }).click();
      await pages.heading(page, users);
    }
    await page.getByRole("row").filter({ hasText: "Hal" }).getByText("Suspended").waitFor();
    assert.equal(new URL(page.url()).searchParams.get("account"), "suspended");
    await assertAccessible(page, "users, suspended");
    await pages.assertFitsPhone(page, "users, suspended");
    const account = page.getByLabel("Account", { exact: true });
    await account.selectOption("Active");
    await pages.heading(page, "4 users");
    await account.selectOption("Suspended");
    await pages.heading(page, "1 user");
  });

  await t.test("what fails is counted", async () => {
    const { page: his } = await stage.openPage();
    await pages.typePassword(his, { ...max, password: "not the right one" });
    await his.getByRole("alert").getByText("Login failed.").waitFor();
    await page.goto("/overview");
    const told = "1 failed password and 0 refused codes in the last 30 days.";
    await section("Failures").getByRole("paragraph").filter({ hasText: told }).waitFor();
    await section("Failures").getByRole("img", { name: told }).waitFor();
    const hour = /^1 failed attempt in the last 4 weeks: on \w+day, (\d\d):00–\1:59\.$/;
    await section("Failed attempts by hour").getByRole("img", { name: hour }).waitFor();
    await assertAccessible(page, "overview with failures");
    await section("Failures").getByRole("link", { name: "Failed sign-ins in the audit log" }).click();
    await page.getByRole("row").filter({ hasText: "Sign-in failed" }).first().waitFor();
  });

  await t.test("in the midst of a roll-out, each chart is there as a table and as a file", async (t) => {
    const { page, context } = await stage.openPage({ timezoneId: "UTC" });
    await context.route("**/v1/overview", (route) => route.fulfill({ json: busyOverview }));
    await pages.signIn(page, stage.credentials);
    await page.goto("/overview");
    const late = "15 users should have set one up by now. 61 users must set one up by 3 Dec 2026.";
    await page.getByRole("paragraph").filter({ hasText: late }).waitFor();
    await assertAccessible(page, "overview of many");
    await assertLooks(page, "overview of many");
    await pages.assertFitsPhone(page, "overview of many");
    for (const [name, [file, header, count, first]] of Object.entries(CHARTS)) {
      await t.test(name, async () => {
        const chart = page.getByRole("region", { name, exact: true });
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          chart.getByRole("link", { name: /^CSV \(/ }).click(),
        ]);
        assert.match(download.suggestedFilename(), new RegExp(`^${file}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
        const rows = (await readFile(await download.path(), "utf8")).split("\r\n");
        // The mark at the beginning tells a spreadsheet how letters are written.
        assert.deepEqual(rows.slice(0, 2), [`\uFEFF${header}`, first]);
        assert.deepEqual([rows.length, rows.at(-1)], [count + 2, ""]);
        await chart.getByText("Show as a table").press("Enter");
        assert.equal(await chart.getByRole("table").getByRole("rowheader").count(), count);
      });
    }
    await assertAccessible(page, "overview of many with all tables");
    await assertLooks(page, "overview of many with all tables");
    await pages.assertFitsPhone(page, "overview of many with all tables");
  });

  await t.test("hours are those of the reader, in their language", async () => {
    const { page, context } = await stage.openPage({ locale: "de-DE", timezoneId: "Asia/Kathmandu" });
    await context.route("**/v1/overview", (route) => route.fulfill({ json: busyOverview }));
    await page.goto("/");
    await page.getByLabel("E-Mail").fill(stage.credentials.email);
    await page.getByLabel("Passwort", { exact: true }).fill(stage.credentials.password);
    await page.getByRole("button", { name: "Anmelden", exact: true }).click();
    await page.getByRole("link", { name: "Übersicht" }).click();
    const hours = page.getByRole("region", { name: "Fehlversuche nach Stunde", exact: true });
    // A quarter to six hours ahead of UTC, where it began at midnight.
    await hours.getByRole("img", { name: /Dienstag, 05:00–05:59/ }).waitFor();
    await hours.getByText("Nepalesische Zeit").waitFor();
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
