// "This was not me": from the link in a mail to a frozen account, and back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("saying that it was not oneself", async (t) => {
  const stage = await setStage(t);
  const pia = await stage.memberWithPhone("Pia");
  const link = await stage.mailbox.link(pia.email, "/not-me");
  const { page } = await stage.openPage();
  const { page: mail } = await stage.openPage();
  const { page: hers } = await stage.openPage();
  await pages.signInWithCode(page, pia, await pia.phone.code());

  await t.test("opening the link changes nothing, and leaves no token in the address", async () => {
    await mail.goto(link);
    await pages.heading(mail, "Was this not you?");
    await mail.waitForURL((url) => url.hash === "");
    await assertAccessible(mail, "not me");
    await assertLooks(mail, "not me");
    await pages.assertFitsPhone(mail, "not me");
    await page.reload();
    await pages.heading(page, "My security");
  });

  await t.test("pressing the button freezes the account, and signs out everywhere", async () => {
    await mail.getByRole("button", { name: "It was not me" }).click();
    await pages.heading(mail, "Your account is frozen");
    await pages.assertFocused(mail.getByRole("heading", { name: "Your account is frozen" }));
    await assertAccessible(mail, "frozen");
    await assertLooks(mail, "frozen");
    await pages.assertFitsPhone(mail, "frozen");
    await page.reload();
    await pages.heading(page, "Sign in");
    await stage.mailbox.text(stage.credentials.email);
  });

  await t.test("the link is dead then, and without its end it never was one", async () => {
    await mail.goto("/sign-in");
    await mail.goto(link);
    await mail.getByRole("button", { name: "It was not me" }).click();
    await pages.heading(mail, "This link is no longer good");
    await assertAccessible(mail, "not me, dead link");
    await pages.assertFitsPhone(mail, "not me, dead link");
    await mail.goto("/not-me");
    await pages.heading(mail, "Open the link in your mail");
  });

  await t.test("signing in goes on, and nothing can be changed", async () => {
    await pages.signInWithCode(page, pia, await pia.phone.code());
    const notices = page.getByRole("complementary", { name: "Notices" });
    await notices.getByText(/^Your account is frozen/).waitFor();
    await page.getByText("10 of 10 left").waitFor();
    const offered = page.getByRole("main").getByText(/^(Add an? |Replace$|Rename$|Remove$|Make new codes$|Turn off)/);
    assert.equal(await offered.count(), 0);
    await assertAccessible(page, "security, frozen");
    await assertLooks(page, "security, frozen");
    await pages.assertFitsPhone(page, "security, frozen");
    await changePassword("five plain words in a row");
    await page.getByRole("alert").getByText("This account is frozen").waitFor();
    await assertAccessible(page, "account, frozen");
  });

  async function changePassword(next) {
    await page.goto("/account");
    await page.getByLabel("Current password").fill(pia.password);
    await page.getByLabel("New password").fill(next);
    await page.getByRole("button", { name: "Change password" }).click();
  }

  await t.test("an administrator sees it, and lifts it", async () => {
    await pages.signIn(hers, stage.credentials);
    await hers.getByRole("link", { name: "Users" }).click();
    const row = hers.getByRole("row").filter({ hasText: pia.email });
    await row.getByText("Frozen", { exact: true }).waitFor();
    await assertAccessible(hers, "users, one frozen");
    await pages.assertFitsPhone(hers, "users, one frozen");
    await row.getByRole("link").click();
    await hers.getByText(/^Frozen: the owner got a mail/).waitFor();
    await assertAccessible(hers, "a frozen user");
    await pages.assertFitsPhone(hers, "a frozen user");
    await hers.getByRole("button", { name: "Lift the freeze…" }).click();
    const asking = hers.getByRole("dialog", { name: "Lift the freeze of Pia?" });
    await assertAccessible(hers, "lift a freeze");
    await pages.assertFitsPhone(hers, "lift a freeze");
    await asking.getByRole("button", { name: "Lift the freeze" }).click();
    await hers.getByRole("status").getByText("The account of Pia is no longer frozen.").waitFor();
    await hers.getByText(/^Frozen/).first().waitFor({ state: "detached" });
  });

  await t.test("then everything is as before", async () => {
    await changePassword("five plain words in a row");
    await page.getByRole("status").getByText("Your password is changed.").waitFor();
    await page.getByRole("link", { name: "Nightlatch, My security" }).click();
    await pages.heading(page, "My security");
    await page.getByText(/^Your account is frozen/).waitFor({ state: "detached" });
  });
});
