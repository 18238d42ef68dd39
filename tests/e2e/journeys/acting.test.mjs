// A superadministrator looks after another organization, and nothing of it gets mixed up with their own.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("acting in another organization", async (t) => {
  const stage = await setStage(t);
  await stage.member("Fay");
  const zoe = await stage.member("Zoe", ["superadmin"]);
  const root = await stage.administrator();
  const named = { name: "Harbour Works", administratorEmail: "jo@harbour.example", administratorName: "Jo" };
  await root.send("POST", "/v1/organizations", named);
  const { page, context } = await stage.openPage();
  const asked = watchOrganization(page);
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const bar = page.getByRole("complementary", { name: "Administered organization" });
  const byRole = page.getByRole("region", { name: "By role" });
  const go = (name) => pages.visit(page, name);
  await pages.signIn(page, zoe);

  await t.test("one's own is seen first", async () => {
    await go("Users");
    await pages.heading(page, "3 users");
    await go("Policy");
    await page.getByRole("radio", { name: "Optional" }).and(page.locator(":checked")).waitFor();
    await go("Overview");
    await byRole.getByText("0 of 2").waitFor();
    assert.equal(await bar.count(), 0);
  });

  await t.test("another organization is entered", async () => {
    await go("Organizations");
    const own = page.getByRole("row").filter({ hasText: "Your own" });
    await own.getByRole("button", { name: /^Rename/ }).waitFor();
    assert.equal(await own.getByRole("button", { name: /^Administer/ }).count(), 0);
    await assertAccessible(page, "organizations to administer");
    await pages.assertFitsPhone(page, "organizations to administer");
    await page.getByRole("button", { name: "Administer Harbour Works" }).press("Enter");
    await pages.heading(page, "Overview");
    await pages.assertFocused(page.getByRole("heading", { name: "Overview" }));
    await byRole.getByText("0 of 1").waitFor();
    assert.equal(await byRole.getByText("0 of 2").count(), 0);
    await bar.getByText("You are administering Harbour Works. What you do here is recorded in its audit log.").waitFor();
    await page.getByRole("status").getByText("You are administering Harbour Works.").waitFor();
    await assertAccessible(page, "the bar");
    await assertLooks(page, "the bar");
    await pages.assertFitsPhone(page, "the bar");
  });

  await t.test("a user is added there", async () => {
    await go("Users");
    await pages.heading(page, "1 user");
    await row("Jo").waitFor();
    const dialog = await pages.openAccountCreation(page);
    await dialog.getByLabel("Email").fill("kim@harbour.example");
    await dialog.getByLabel("Name").fill("Kim");
    await dialog.getByRole("button", { name: "Suggest a password" }).click();
    await dialog.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("status").getByText("Kim was added.").waitFor();
    await pages.heading(page, "2 users");
  });

  await t.test("its policy is changed, and a page with something unsaved asks first", async () => {
    await go("Policy");
    await page.getByLabel("Recovery codes per person").fill("12");
    await bar.getByRole("button", { name: /^Back to/ }).click();
    const question = page.getByRole("dialog", { name: "Leave without saving?" });
    await question.getByRole("button", { name: "Stay here" }).click();
    await bar.getByText("You are administering Harbour Works.").waitFor();
    await pages.savePolicy(page);
    await page.getByRole("status").getByText("The policy is saved.").waitFor();
  });

  await t.test("its audit log tells who it was", async () => {
    await go("Audit log");
    for (const event of ["User added", "Policy changed"])
      await row(event).filter({ hasText: "A superadministrator of another organization" }).first().waitFor();
    assert.equal(await row(zoe.email).count(), 0);
    await assertAccessible(page, "another organization's audit log");
    await pages.assertFitsPhone(page, "another organization's audit log");
  });

  await t.test("one's own account stays one's own", async () => {
    await go("My security");
    await bar.getByText("This page is about your own account.").waitFor();
    await page.getByRole("button", { name: "Zoe" }).click();
    await page.getByRole("menuitem", { name: "My account" }).click();
    assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Zoe");
    await assertAccessible(page, "the own account beside it");
  });

  await t.test("loading the page anew keeps it", async () => {
    await page.goto("/admin/users");
    await pages.heading(page, "2 users");
    await bar.getByText("You are administering Harbour Works.").waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await pages.assertFocused(bar.getByRole("button", { name: /^Back to/ }));
  });

  await t.test("a new tab begins at home", async () => {
    const tab = await context.newPage();
    await tab.goto("/admin/users");
    await pages.heading(tab, "3 users");
    await tab.close();
  });

  await t.test("back at home nothing has changed", async () => {
    await bar.getByRole("button", { name: /^Back to/ }).click();
    await pages.heading(page, "All organizations");
    await page.getByRole("status").getByText("You are back in your own organization.").waitFor();
    assert.equal(await bar.count(), 0);
    await row("Harbour Works").getByText("2 users").waitFor();
    await go("Users");
    await pages.heading(page, "3 users");
    assert.equal(await row("Kim").count(), 0);
    await go("Policy");
    await page.getByLabel("Recovery codes per person").waitFor();
    assert.equal(await page.getByLabel("Recovery codes per person").inputValue(), "10");
    await go("Audit log");
    await row("User added").first().waitFor();
    assert.equal(await page.getByText("A superadministrator of another organization").count(), 0);
  });

  await t.test("the organization is named to administrative operations alone", () => {
    const own = /^\/v1\/(auth|me|organizations)(\/|$)/;
    assert.deepEqual([...asked].filter((path) => own.test(path)), []);
    assert.ok(asked.has("/v1/users") && asked.has("/v1/policy") && asked.has("/v1/audit-events"));
  });

  async function enter() {
    await go("Organizations");
    await page.getByRole("button", { name: "Administer Harbour Works" }).click();
    await bar.waitFor();
  }

  await t.test("signing out ends it", async () => {
    await enter();
    await pages.signOut(page, "Zoe");
    assert.equal(await bar.count(), 0);
    await pages.signIn(page, zoe);
    await go("Users");
    await pages.heading(page, "3 users");
    assert.equal(await bar.count(), 0);
  });

  await t.test("so does losing the right to it", async () => {
    await enter();
    const { body } = await root.send("GET", `/v1/users?q=${zoe.email}`);
    await root.send("PATCH", `/v1/users/${body.items[0].id}`, { roles: ["admin"] });
    await go("Users");
    await pages.heading(page, "My security");
    await page.getByRole("alert").getByText("You may no longer administer Harbour Works").waitFor();
    assert.equal(await bar.count(), 0);
    assert.equal((await pages.pagesInHeader(page)).includes("Organizations"), false);
    await assertAccessible(page, "the right is lost");
    await pages.assertFitsPhone(page, "the right is lost");
    await page.getByRole("alert").getByRole("button", { name: "OK" }).click();
    await page.getByText("You may no longer administer").waitFor({ state: "detached" });
    await go("Users");
    await pages.heading(page, "3 users");
  });
});

test("the bar takes the room that a long name needs, and tells what stays below it", async (t) => {
  const stage = await setStage(t);
  const zoe = await stage.member("Zoe", ["superadmin"]);
  const name = "Harbour Works and Shipbuilding Company of the Northern Islands";
  const named = { name, administratorEmail: "jo@harbour.example", administratorName: "Jo" };
  await (await stage.administrator()).send("POST", "/v1/organizations", named);
  const { page } = await stage.openPage();
  await pages.signIn(page, zoe);
  await pages.visit(page, "Organizations");
  await page.getByRole("button", { name: `Administer ${name}` }).click();
  const bar = page.getByRole("complementary", { name: "Administered organization" });
  const shown = bar.getByText(name, { exact: true });
  await shown.waitFor();
  for (const width of [360, 600, 768, 1440]) {
    await t.test(`at ${width} pixels`, async () => {
      await page.setViewportSize({ width, height: 740 });
      assert.ok(await shown.evaluate((it) => it.scrollWidth <= it.clientWidth), "the name is whole");
      await page.waitForFunction(() => {
        const { height } = document.querySelector("aside[aria-label='Administered organization']").getBoundingClientRect();
        return getComputedStyle(document.documentElement).getPropertyValue("--nl-top") === `${height}px`;
      });
      await pages.assertFitsPhone(page, "the bar with a long name");
    });
  }
});

/** The paths of all requests that name an organization. */
function watchOrganization(page) {
  const paths = new Set();
  page.on("request", (request) => {
    if (request.headers()["nightlatch-organization"]) paths.add(new URL(request.url()).pathname);
  });
  return paths;
}
