// Whoever is here every day gets around by keyboard, sees the list as they like it, and finds again what they looked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("tools for power", async (t) => {
  const stage = await setStage(t);
  const fay = await stage.member("Fay");
  await stage.memberWithPhone("Gus");
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const palette = dialog(page, "Find anything");
  const field = palette.getByRole("combobox");
  const option = (name) => palette.getByRole("option", { name, exact: true });
  const asked = () => Object.fromEntries(new URL(page.url()).searchParams);

  await t.test("who signs in arrives where they wanted to go", async () => {
    await pages.typePassword(page, stage.credentials, "/admin/users?twoFactor=notEnabled&role=member");
    await pages.heading(page, "1 user");
    await row("Fay").waitFor();
    assert.deepEqual(asked(), { twoFactor: "notEnabled", role: "member" });
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("Gus").waitFor();
  });

  await t.test("anything is found by keyboard alone", async () => {
    await openPalette(page);
    for (const group of ["Pages", "Actions"]) await palette.getByRole("group", { name: group }).waitFor();
    await assertAccessible(page, "the palette");
    await assertLooks(page, "the palette");
    await pages.assertFitsPhone(page, "the palette");
    await page.keyboard.type("over");
    await palette.getByRole("option", { name: "Overview", selected: true }).waitFor();
    await palette.getByRole("status").getByText("1 found.").waitFor();
    await page.keyboard.press("Enter");
    await pages.heading(page, "Overview");
    assert.equal(await palette.count(), 0);
  });

  await t.test("people are found by name or address", async () => {
    await openPalette(page);
    await page.keyboard.type("fay@");
    await palette.getByRole("option", { name: "Fay fay@example.org", selected: true }).waitFor();
    await assertAccessible(page, "somebody in the palette");
    await assertLooks(page, "somebody in the palette");
    await page.keyboard.press("Enter");
    await pages.heading(page, "Fay");
  });

  await t.test("where there is nothing, it says so, and Escape gives the focus back", async () => {
    const button = page.getByRole("button", { name: "Find anything" });
    await button.click();
    await field.fill("xyzzy");
    await palette.getByRole("status").getByText("Nothing found.").waitFor();
    await assertAccessible(page, "nothing in the palette");
    await page.keyboard.press("Escape");
    await palette.waitFor({ state: "detached" });
    await pages.assertFocused(button);
  });

  await t.test("an action opens its dialog, which has an address", async () => {
    await openPalette(page);
    await page.keyboard.type("account password");
    await option("Create an account with a password").waitFor();
    await page.keyboard.press("Enter");
    const creating = dialog(page, "Create an account");
    await pages.assertFocused(creating.getByLabel("Email"));
    assert.deepEqual(asked(), { open: "create" });
    await page.reload();
    await creating.waitFor();
    await creating.getByRole("button", { name: "Cancel" }).click();
    await creating.waitFor({ state: "detached" });
    assert.deepEqual(asked(), {});
  });

  await t.test("the export is an action, too, of what the log is narrowed down to", async () => {
    await page.goto("/admin/audit?action=user.created");
    await row("User added").first().waitFor();
    await openPalette(page);
    await page.keyboard.type("export");
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "CSV, for spreadsheets" }).waitFor();
    assert.deepEqual(asked(), { action: "user.created", open: "export" });
    await page.keyboard.press("Escape");
    await page.getByRole("menuitem").first().waitFor({ state: "detached" });
    assert.deepEqual(asked(), { action: "user.created" });
  });

  await t.test("a link leads to a dialog of somebody's page", async () => {
    await openPalette(page);
    await page.keyboard.type("gus");
    await palette.getByRole("option", { name: "Gus gus@example.org", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await pages.heading(page, "Gus");
    await page.goto(`${new URL(page.url()).pathname}?open=reset`);
    const reset = page.getByRole("dialog");
    await reset.getByText("Gus").first().waitFor();
    await page.keyboard.press("Escape");
    await reset.waitFor({ state: "detached" });
    assert.deepEqual(asked(), {});
  });

  await t.test("the list has the columns that somebody chooses", async () => {
    await page.getByRole("link", { name: "All users" }).click();
    await row("Fay").waitFor();
    const names = () => page.getByRole("columnheader").allInnerTexts();
    assert.deepEqual(await names(), ["User", "Roles", "Login method", "2FA status", "Recovery codes"]);
    const button = page.getByRole("button", { name: "Columns" });
    await button.press("Enter");
    const choice = page.getByRole("group", { name: "Columns beside the name" });
    await pages.assertFocused(choice.getByLabel("Email address"));
    await choice.getByLabel("2FA status").press("Space");
    await choice.getByLabel("Email address").press("Space");
    await choice.getByLabel("Added").press("Space");
    await page.getByRole("columnheader", { name: "Added" }).waitFor();
    assert.deepEqual(await names(), ["User", "Roles", "Login method", "Recovery codes", "Added"]);
    assert.equal(await row("Fay").getByText("fay@example.org").count(), 0);
    await assertAccessible(page, "columns to choose from");
    await assertLooks(page, "columns to choose from");
    await pages.assertFitsPhone(page, "columns to choose from");
    await page.keyboard.press("Escape");
    await choice.waitFor({ state: "detached" });
    await pages.assertFocused(button);
  });

  await t.test("the browser keeps them, cards leave out the same, and all come back", async () => {
    await page.reload();
    await row("Fay").waitFor();
    await page.getByRole("columnheader", { name: "Added" }).waitFor();
    const size = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await row("Fay").getByText("Added", { exact: true }).waitFor();
    assert.equal(await row("Fay").getByText("2FA status").count(), 0);
    await page.setViewportSize(size);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Show the usual ones" }).click();
    await page.getByRole("columnheader", { name: "2FA status" }).waitFor();
    await page.keyboard.press("Escape");
  });

  await t.test("the headers sort the list by keyboard, and the address says how", async () => {
    const header = (name) => page.getByRole("columnheader", { name, exact: true });
    const press = async (name, sort) => {
      const button = header(name).getByRole("button", { name, exact: true });
      await button.press("Enter");
      await page.waitForURL((url) => (url.searchParams.get("sort") ?? undefined) === sort);
      await pages.assertFocused(button);
    };
    await sees(page, ["Administrator", "Fay", "Gus"]);
    assert.equal(await header("Roles").getByRole("button").count(), 0);
    await press("User", "name");
    await page.locator("th[aria-sort=ascending]").waitFor();
    await press("User", "-name");
    await page.locator("th[aria-sort=descending]").waitFor();
    await sees(page, ["Gus", "Fay", "Administrator"]);
    await press("User", undefined);
    assert.equal(await page.locator("th[aria-sort]").count(), 0);
    await sees(page, ["Administrator", "Fay", "Gus"]);

    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByLabel("Last sign-in").check();
    await page.keyboard.press("Escape");
    await press("Last sign-in", "-lastSignInAt");
    await header("Last sign-in").and(page.locator("[aria-sort=descending]")).waitFor();
    await sees(page, ["Administrator", "Gus", "Fay"]);
    await row("Fay").getByText("None known").waitFor();
    await assertAccessible(page, "a sorted list");
    await assertLooks(page, "a sorted list");
  });

  await t.test("the order outlives a reload and a filter, and is saved with one", async () => {
    await page.reload();
    await sees(page, ["Administrator", "Gus", "Fay"]);
    await page.getByLabel("Role").selectOption({ label: "Member" });
    await sees(page, ["Gus", "Fay"]);
    assert.deepEqual(asked(), { role: "member", sort: "-lastSignInAt" });
    await page.getByRole("button", { name: "Saved filters" }).click();
    const saved = dialog(page, "Saved filters");
    await saved.getByLabel("Name for this filter").fill("Members by sign-in");
    await page.keyboard.press("Enter");
    await saved.getByText("shown now").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await sees(page, ["Administrator", "Gus", "Fay"]);
    await page.goto("/admin/users");
    await sees(page, ["Administrator", "Fay", "Gus"]);
    await page.getByRole("button", { name: "Saved filters" }).click();
    await saved.getByRole("link", { name: "Members by sign-in" }).click();
    await sees(page, ["Gus", "Fay"]);
    await page.getByRole("button", { name: "Saved filters" }).click();
    await saved.getByRole("button", { name: "Delete “Members by sign-in”" }).click();
    await page.keyboard.press("Escape");
  });

  await t.test("cards are sorted by a choice", async () => {
    await page.goto("/admin/users");
    await sees(page, ["Administrator", "Fay", "Gus"]);
    const size = page.viewportSize();
    const choice = page.getByLabel("Sort by");
    assert.equal(await choice.isVisible(), false);
    await page.setViewportSize({ width: 360, height: 740 });
    await choice.selectOption({ label: "Name, Z to A" });
    await sees(page, ["Gus", "Fay", "Administrator"]);
    assert.deepEqual(asked(), { sort: "-name" });
    assert.equal(await page.getByRole("columnheader").getByRole("button").count(), 0);
    await assertAccessible(page, "sorted cards");
    await pages.assertFitsPhone(page, "sorted cards");
    await choice.selectOption({ label: "Email, A to Z" });
    await sees(page, ["Administrator", "Fay", "Gus"]);
    assert.deepEqual(asked(), {});
    await page.setViewportSize(size);
    await page.getByRole("button", { name: "Columns" }).click();
    await page.getByRole("button", { name: "Show the usual ones" }).click();
    await page.keyboard.press("Escape");
  });

  await t.test("a filter is saved under a name", async () => {
    const saved = dialog(page, "Saved filters");
    await page.getByRole("button", { name: "Saved filters" }).click();
    await saved.getByText("Narrow the list down first").waitFor();
    await assertAccessible(page, "no saved filters");
    await saved.getByRole("button", { name: "Close" }).click();
    await page.getByLabel("2FA status").selectOption({ label: "On" });
    await pages.heading(page, "1 user");
    await page.getByRole("button", { name: "Saved filters" }).press("Enter");
    await pages.assertFocused(saved.getByLabel("Name for this filter"));
    await page.keyboard.type("Protected");
    await page.keyboard.press("Enter");
    await saved.getByRole("status").getByText("“Protected” was saved.").waitFor();
    await pages.assertFocused(saved.getByRole("link", { name: "Protected" }));
    await saved.getByText("shown now").waitFor();
    await assertAccessible(page, "saved filters");
    await assertLooks(page, "saved filters");
    await pages.assertFitsPhone(page, "saved filters");
    await page.keyboard.press("Escape");
  });

  await t.test("it is there after a reload, and shown from wherever one is", async () => {
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("Fay").waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Saved filters" }).click();
    await dialog(page, "Saved filters").getByRole("link", { name: "Protected" }).press("Enter");
    await pages.heading(page, "1 user");
    assert.deepEqual(asked(), { twoFactor: "enabled" });
    await page.goto("/security");
    await pages.heading(page, "My security");
    await openPalette(page);
    await page.keyboard.type("prot");
    await palette.getByRole("group", { name: "Saved filters" }).waitFor();
    await page.keyboard.press("Enter");
    await pages.heading(page, "1 user");
    assert.deepEqual(asked(), { twoFactor: "enabled" });
  });

  await t.test("it gets another name, and goes", async () => {
    const saved = dialog(page, "Saved filters");
    await page.getByRole("button", { name: "Saved filters" }).click();
    await saved.getByRole("button", { name: "Rename “Protected”" }).press("Enter");
    await pages.assertFocused(saved.getByLabel("New name"));
    await assertAccessible(page, "another name for a saved filter");
    await page.keyboard.type("Safe");
    await page.keyboard.press("Enter");
    await saved.getByRole("status").getByText("“Protected” is now called “Safe”.").waitFor();
    await pages.assertFocused(saved.getByRole("link", { name: "Safe" }));
    await saved.getByRole("button", { name: "Delete “Safe”" }).press("Enter");
    await saved.getByRole("status").getByText("“Safe” was deleted.").waitFor();
    assert.equal(await saved.getByRole("link").count(), 0);
    await saved.getByRole("button", { name: "Close" }).press("Enter");
    await saved.waitFor({ state: "detached" });
  });

  await t.test("keys lead to pages, to the search and to something new", async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await pages.heading(page, "Audit log");
    await page.keyboard.press("/");
    await pages.assertFocused(page.getByRole("combobox", { name: "Who did it" }));
    await page.keyboard.type("gu?");
    assert.equal(await page.getByRole("combobox", { name: "Who did it" }).inputValue(), "gu?");
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "Audit log" }).focus();
    await page.keyboard.press("g");
    await page.keyboard.press("k");
    await pages.heading(page, "API keys");
    await page.keyboard.press("n");
    await dialog(page, "Make an API key").waitFor();
    await page.keyboard.press("Escape");
    await dialog(page, "Make an API key").waitFor({ state: "detached" });
  });

  await t.test("a question mark tells of them all", async () => {
    await page.keyboard.press("?");
    const shortcuts = dialog(page, "Keyboard shortcuts");
    await shortcuts.getByText("Go to “Users”").waitFor();
    await pages.assertFocused(shortcuts.getByRole("switch"));
    await assertAccessible(page, "keyboard shortcuts");
    await assertLooks(page, "keyboard shortcuts");
    await pages.assertFitsPhone(page, "keyboard shortcuts");
    await page.keyboard.press("Control+k");
    assert.equal(await palette.count(), 0);
    await page.keyboard.press("Escape");
    await shortcuts.waitFor({ state: "detached" });
  });

  await t.test("single keys are turned off, and the others stay", async () => {
    const shortcuts = dialog(page, "Keyboard shortcuts");
    const menu = page.getByRole("button", { name: "Administrator" });
    await menu.click();
    await page.getByRole("menuitem", { name: "Keyboard shortcuts" }).click();
    await shortcuts.getByRole("switch", { name: "Use shortcuts of single keys" }).press("Space");
    await assertAccessible(page, "single keys are off");
    await shortcuts.getByRole("button", { name: "Close" }).click();
    await pages.assertFocused(menu);
    await page.reload();
    await pages.heading(page, "API keys");
    await page.keyboard.press("n");
    await page.keyboard.press("?");
    await page.keyboard.press("Control+k");
    await palette.waitFor();
    assert.equal(await page.getByRole("dialog").count(), 1);
    await page.keyboard.press("Control+k");
    await palette.waitFor({ state: "detached" });
  });

  await t.test("another language and other colors are chosen from anywhere", async () => {
    await openPalette(page);
    await page.keyboard.type("colors dark");
    await page.keyboard.press("Enter");
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await openPalette(page);
    await page.keyboard.type("deutsch");
    await option("Language: Deutsch").waitFor();
    await page.keyboard.press("Enter");
    await pages.heading(page, "API-Schlüssel");
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
  });

  await t.test("a member finds nothing of what is an administrator's", async () => {
    const { page: hers } = await stage.openPage();
    const found = dialog(hers, "Find anything").getByRole("option");
    await pages.signIn(hers, fay);
    await hers.keyboard.press("Control+k");
    await hers.getByPlaceholder("A page or an action").waitFor();
    const names = await found.allInnerTexts();
    assert.deepEqual(names.slice(0, 4), ["My security", "My account", "Help", "Keyboard shortcuts"]);
    assert.deepEqual(names.slice(4).filter((name) => !/^(Language|Colors): /.test(name)), ["Sign out"]);
    await hers.keyboard.type("gus");
    await dialog(hers, "Find anything").getByRole("status").getByText("Nothing found.").waitFor();
    await hers.goto("/admin/users?open=invite");
    await pages.heading(hers, "Page not found");
    await hers.goto("/account");
    await pages.heading(hers, "My account");
    await openPalette(hers);
    await hers.keyboard.type("sign out");
    await hers.keyboard.press("Enter");
    await pages.heading(hers, "Sign in");
  });
});

/** Who is on the list, the first first. */
const names = (page) => page.locator("tbody").getByRole("link").allInnerTexts();

/** Waits for exactly these, in this order: a list keeps its old rows until the new ones have come. */
async function sees(page, expected) {
  const settled = (expected) =>
    JSON.stringify([...document.querySelectorAll("tbody a")].map((link) => link.innerText)) ===
    JSON.stringify(expected);
  await page.waitForFunction(settled, expected).catch(() => {});
  assert.deepEqual(await names(page), expected);
}

/** Waits until it is there, for what is typed before goes elsewhere. */
async function openPalette(page) {
  await page.keyboard.press("Control+k");
  await pages.assertFocused(dialog(page, "Find anything").getByRole("combobox"));
}

const dialog = (page, name) => page.getByRole("dialog", { name, exact: true });
