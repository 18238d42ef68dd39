// The page has come, and the service behind it has not.
import assert from "node:assert/strict";
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

test("a page that does not come leaves the others in reach", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  const header = page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Users" });

  await t.test("there are none for whoever is signed out", async () => {
    await page.goto("/nowhere");
    await pages.heading(page, "Page not found");
    assert.equal(await header.count(), 0);
    await assertAccessible(page, "nowhere, signed out");
  });

  await t.test("one that cannot be fetched", async () => {
    await pages.signIn(page, stage.credentials);
    await page.route(/overview-page-.*\.js/, (route) => route.abort("internetdisconnected"));
    await pages.visit(page, "Overview");
    await pages.heading(page, "This page could not be shown");
    assert.equal(await page.getByRole("main").count(), 1);
    assert.equal(await page.getByText("Nightlatch", { exact: true }).count(), 1);
    await assertAccessible(page, "broken, signed in");
    await assertLooks(page, "broken, signed in");
    await pages.assertFitsPhone(page, "broken, signed in");
    await page.unroute(/overview-page-.*\.js/);
    await header.click();
    await pages.heading(page, "Users");
  });

  await t.test("what is not there yet is not shown offline, and comes afterwards", async () => {
    await page.context().setOffline(true);
    await page.getByText("You are offline.").waitFor();
    await page.getByRole("link", { name: "Administrator", exact: true }).click();
    await page.getByText("Cannot be shown while you are offline.").first().waitFor();
    assert.equal(await page.getByRole("status", { name: "Loading" }).count(), 0);
    await assertLooks(page, "offline, signed in");
    await page.context().setOffline(false);
    await page.getByText("Cannot be shown while you are offline.").first().waitFor({ state: "detached" });
    await page.getByText("A second factor is optional").waitFor();
  });

  await t.test("what is sent offline is refused in words, and can be sent again", async () => {
    await page.goto("/account");
    const name = page.getByRole("textbox", { name: "Name" });
    await name.fill("The Administrator");
    await page.context().setOffline(true);
    await page.getByText("Nothing can be changed until the connection is back.").waitFor();
    await page.getByRole("button", { name: "Save name" }).click();
    await page.getByRole("alert").getByText(/^Nightlatch cannot be reached. Check/).waitFor();
    assert.equal(await name.inputValue(), "The Administrator");
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Save name" }).click();
    await page.getByRole("button", { name: "The Administrator", exact: true }).waitFor();
  });

  await t.test("one whose content cannot be had has a title, which takes the focus", async () => {
    const failing = /\/v1\/(users\/[^/?]+|me\/two-factor)$/;
    await page.route(failing, (route) => route.fulfill({ status: 400, json: {} }));
    await page.goto("/admin/users");
    await page.getByRole("link", { name: "The Administrator", exact: true }).click();
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await pages.assertFocused(page.getByRole("heading", { name: "User", level: 1 }));
    assert.match(await page.title(), /^User/);
    await page.goto("/security/set-up");
    await page.getByRole("button", { name: "Try again" }).waitFor();
    await pages.heading(page, "Choose your second factor");
    await page.unroute(failing);
  });

  await t.test("one that is not there", async () => {
    await page.goto("/nowhere");
    await pages.heading(page, "Page not found");
    await header.waitFor();
    await assertAccessible(page, "nowhere");
    await header.click();
    await pages.heading(page, "Users");
  });
});

test("a code that could not be sent is not called wrong, and stays for another try", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const { page } = await stage.openPage();
  await pages.typePassword(page, cora);
  await pages.heading(page, "Confirm that it is you");
  const field = pages.codeField(page);
  await field.waitFor();
  await page.context().setOffline(true);
  const code = await cora.phone.code();
  await pages.typeCode(page, code);
  await page.getByRole("alert").getByText(/^Nightlatch cannot be reached/).waitFor();
  assert.equal(await field.inputValue(), code);
  assert.equal(await field.getAttribute("aria-invalid"), null);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Verify" }).click();
  await pages.heading(page, "My security");
});

test("neither are those that set up a factor or make new recovery codes", async (t) => {
  const stage = await setStage(t);
  const dora = await stage.member("Dora");
  const { page } = await stage.openPage();
  const field = pages.codeField(page);
  let phone;

  await t.test("at the step that connects an app", async () => {
    await pages.signIn(page, dora);
    await page.goto("/security/set-up");
    await pages.chooseApp(page);
    phone = await pages.scanIntoPhone(page);
    await page.context().setOffline(true);
    const code = await phone.code();
    await pages.typeCode(page, code);
    await page.getByRole("alert").getByText(/^Nightlatch cannot be reached/).waitFor();
    await assertStays(code);
    await page.context().setOffline(false);
    await page.getByRole("button", { name: "Turn on" }).click();
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
  });

  await t.test("where new codes were made but never came, and the old ones are not to be relied on", async () => {
    await page.goto("/security/recovery-codes/new");
    await page.route("**/recovery-codes/regenerate", async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    });
    const code = await phone.code();
    await pages.typeCode(page, code);
    await page.getByRole("alert").getByText(/The old ones may no longer work/).waitFor();
    await assertStays(code);
    await page.unroute("**/recovery-codes/regenerate");
    await field.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(await phone.code());
    await pages.shownRecoveryCodes(page);
  });

  async function assertStays(code) {
    assert.equal(await field.inputValue(), code);
    assert.equal(await field.getAttribute("aria-invalid"), null);
  }
});
