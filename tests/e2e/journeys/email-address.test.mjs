// Proving an address, and changing it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("one's own email address", async (t) => {
  const stage = await setStage(t);
  const dora = await stage.memberWithPhone("Dora");
  const moved = { ...dora, email: "dora@elsewhere.example" };
  const { page } = await stage.openPage();
  const dialog = page.getByRole("dialog");
  await pages.signInWithCode(page, dora, await dora.phone.code());

  async function confirm(address) {
    await page.goto(await stage.mailbox.link(address, "/confirm-email"));
    await pages.heading(page, "Confirm your email address");
  }

  await t.test("it is verified by a link", async () => {
    await page.goto("/account");
    await page.getByText("Not verified").waitFor();
    await page.getByRole("button", { name: "Verify" }).click();
    await page.getByRole("status").getByText(`A link is on its way to ${dora.email}.`).waitFor();
    await assertAccessible(page, "account, verification");
    await pages.assertFitsPhone(page, "account, verification");
    await confirm(dora.email);
    await assertAccessible(page, "confirm an address");
    await assertLooks(page, "confirm an address");
    await pages.assertFitsPhone(page, "confirm an address");
    await page.getByRole("button", { name: "Confirm this address" }).click();
    await pages.heading(page, "Your email address is confirmed");
    await assertAccessible(page, "an address is confirmed");
    await assertLooks(page, "an address is confirmed");
    await page.getByRole("link", { name: "My account" }).click();
    await page.getByText("Verified", { exact: true }).waitFor();
  });

  await t.test("another one takes the current password", async () => {
    await page.getByRole("button", { name: "Change email…" }).click();
    await dialog.getByLabel("New email address").fill(moved.email);
    await dialog.getByLabel("Current password").fill("not it");
    await dialog.getByRole("button", { name: "Send the link" }).click();
    await dialog.getByText("This is not your current password.").waitFor();
    await pages.assertFocused(dialog.getByLabel("Current password"));
    await assertAccessible(page, "change an address");
    await assertLooks(page, "change an address");
    await pages.assertFitsPhone(page, "change an address");
    await dialog.getByLabel("Current password").fill(dora.password);
    await dialog.getByRole("button", { name: "Send the link" }).click();
    await page.getByRole("status").getByText(`A link is on its way to ${moved.email}.`).waitFor();
  });

  await t.test("the link moves the account, and both addresses are told", async () => {
    await confirm(moved.email);
    await page.getByRole("button", { name: "Confirm this address" }).click();
    await pages.heading(page, "Your email address is confirmed");
    await stage.mailbox.link(dora.email, "/not-me");
    await stage.mailbox.text(moved.email);
    const { page: other } = await stage.openPage();
    await pages.signInWithCode(other, moved, await dora.phone.code());
  });

  await t.test("a link that was used is dead", async () => {
    await page.goto("/confirm-email#token=nlm_unknown");
    await page.getByRole("button", { name: "Confirm this address" }).click();
    await pages.heading(page, "This link is no longer good");
    await assertAccessible(page, "confirm an address, dead link");
  });

  await t.test("pages and mail are written in a language of one's choice", async () => {
    await page.goto("/account");
    await page.getByLabel("Language", { exact: true }).selectOption({ label: "Deutsch" });
    await page.getByRole("button", { name: "Save language" }).click();
    await pages.heading(page, "Mein Konto");
    assert.equal(await page.locator("html").getAttribute("lang"), "de");
    await assertAccessible(page, "account, in German");
    await pages.assertFitsPhone(page, "account, in German");
    await page.getByLabel("Sprache", { exact: true }).selectOption({ label: "English" });
    await page.getByRole("button", { name: "Sprache speichern" }).click();
    await pages.heading(page, "My account");
  });
});
