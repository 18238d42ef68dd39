// A superadministrator makes an organization, and its first administrator comes in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("organizations", async (t) => {
  const stage = await setStage(t);
  const ivy = await stage.member("Ivy", ["admin"]);
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const dialog = (name) => page.getByRole("dialog", { name });
  let password;
  await pages.signIn(page, stage.credentials);

  await t.test("the list tells how many are in each", async () => {
    await pages.visit(page, "Organizations");
    await pages.heading(page, "All organizations");
    await page.getByRole("cell").getByText("2 users").waitFor();
    await page.getByRole("button", { name: "Copy the sign-in address of Example" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `${stage.url}/sign-in?organization=example`);
    await page.getByText("Copied").waitFor({ state: "detached" });
    await assertAccessible(page, "organizations");
    await assertLooks(page, "organizations");
    await pages.assertFitsPhone(page, "organizations");
  });

  await t.test("one is created, and the first password is shown once", async () => {
    await page.getByRole("button", { name: "Create an organization" }).click();
    const creating = dialog("Create an organization");
    await assertAccessible(page, "create an organization");
    await assertLooks(page, "create an organization");
    await pages.assertFitsPhone(page, "create an organization");
    await creating.getByLabel("Name of the organization").fill("Harbour Works");
    await creating.getByLabel("Email of its first administrator").fill("nobody");
    await creating.getByRole("button", { name: "Create organization" }).click();
    await pages.assertFocused(creating.getByLabel("Email of its first administrator"));
    await creating.getByLabel("Email of its first administrator").fill("jo@harbour.example");
    await creating.getByRole("button", { name: "Create organization" }).click();
    const created = dialog("Harbour Works is created");
    password = await created.getByRole("region", { name: "Password" }).innerText();
    await created.getByText(`${stage.url}/sign-in?organization=harbour-works.`).waitFor();
    await assertAccessible(page, "a first password");
    await pages.assertFitsPhone(page, "a first password");
    await created.getByRole("button", { name: "Copy password" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), password);
  });

  await t.test("leaving it asks first", async () => {
    await page.keyboard.press("Escape");
    const question = dialog("Close without the password?");
    await assertAccessible(page, "closing the password");
    await question.getByRole("button", { name: "Stay here" }).click();
    await dialog("Harbour Works is created").getByRole("button", { name: "I have passed it on" }).click();
    await page.getByRole("status").getByText("Harbour Works is created.").waitFor();
    assert.equal((await page.content()).includes(password), false);
    await row("Harbour Works").getByText("1 user").waitFor();
  });

  await t.test("its administrator sees it, and nothing of the others", async () => {
    const { page: theirs } = await stage.openPage();
    await pages.signIn(theirs, { email: "jo@harbour.example", password });
    await theirs.getByRole("link", { name: "Users" }).click();
    await pages.heading(theirs, "1 user");
    assert.equal((await pages.pagesInHeader(theirs)).includes("Organizations"), false);
  });

  await t.test("what is mailed to its people leads to its own pages", async () => {
    const { page: theirs } = await stage.openPage();
    await theirs.goto("/forgot-password");
    await theirs.getByLabel("Email").fill("jo@harbour.example");
    await theirs.getByRole("button", { name: "Send the link" }).click();
    const link = await stage.mailbox.link("jo@harbour.example", "/reset-password");
    assert.equal(new URL(link).search, "?organization=harbour-works");
    await theirs.goto(link);
    await pages.heading(theirs, "Choose a new password");
    const config = theirs.waitForRequest((request) => request.url().includes("/v1/auth/config"));
    await theirs.goto("/sign-in");
    assert.equal(new URL((await config).url()).search, "?organization=harbour-works");
  });

  await t.test("it gets another name", async () => {
    await page.getByRole("button", { name: "Rename Harbour Works…" }).click();
    const renaming = dialog("Rename Harbour Works");
    await assertAccessible(page, "rename an organization");
    await pages.assertFitsPhone(page, "rename an organization");
    await renaming.getByLabel("Name").fill("Harbour and Sons");
    await renaming.getByRole("button", { name: "Rename" }).click();
    await page.getByRole("status").getByText("Harbour Works is now called Harbour and Sons.").waitFor();
    await row("Harbour and Sons").waitFor();
  });

  await t.test("for an administrator of one organization the page is not there", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, ivy);
    assert.equal((await pages.pagesInHeader(hers)).includes("Organizations"), false);
    await hers.goto("/organizations");
    await pages.heading(hers, "Page not found");
  });
});
