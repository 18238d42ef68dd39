// Somebody who has forgotten the password chooses a new one by a mailed link.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("a forgotten password", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const { page } = await stage.openPage();
  const password = page.getByLabel("New password");
  let link;

  async function askFor(email) {
    await page.getByLabel("Email").fill(email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await pages.heading(page, "Check your email");
  }

  await t.test("the address that was typed is taken along", async () => {
    await page.goto("/");
    await page.getByLabel("Email").fill(cora.email);
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await pages.heading(page, "Forgot your password?");
    assert.equal(await page.getByLabel("Email").inputValue(), cora.email);
    assert.ok(!page.url().includes("cora"), "it stands in no address");
    await assertAccessible(page, "forgotten password");
    await assertLooks(page, "forgotten password");
    await pages.assertFitsPhone(page, "forgotten password");
  });

  await t.test("whether there is an account is told to nobody", async () => {
    await askFor("nobody@example.org");
    const words = await page.getByRole("main").innerText();
    await page.getByRole("button", { name: "Use another address, or send it again" }).click();
    await askFor(cora.email);
    assert.equal(await page.getByRole("main").innerText(), words.replace("nobody@example.org", cora.email));
    await assertAccessible(page, "forgotten password, sent");
    await assertLooks(page, "forgotten password, sent");
    await pages.assertFitsPhone(page, "forgotten password, sent");
  });

  await t.test("the link leads to a new password, which the service judges", async () => {
    link = await stage.mailbox.link(cora.email, "/reset-password");
    await page.goto(link);
    await pages.heading(page, "Choose a new password");
    assert.equal(new URL(page.url()).hash, "");
    await password.fill("short");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText(/At least \d+ characters/).waitFor();
    await pages.assertFocused(password);
    // What judges it comes after the page.
    await page.getByText(/^Strength: very weak/).waitFor();
    await assertAccessible(page, "new password");
    await assertLooks(page, "new password");
    await pages.assertFitsPhone(page, "new password");
  });

  await t.test("it signs nobody in: password and code are asked for", async () => {
    const next = { ...cora, password: "lamp violin harbor seventeen" };
    await password.fill(next.password);
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("status").getByText("Your password is changed. Sign in with it.").waitFor();
    await assertAccessible(page, "sign-in, after a new password");
    await pages.assertFitsPhone(page, "sign-in, after a new password");
    await pages.signInWithCode(page, next, await cora.phone.code());
    await pages.signOut(page, cora.displayName);
  });

  await t.test("a link that was used is dead, and leads to a new one", async () => {
    await page.goto(link);
    await pages.heading(page, "This link is no longer good");
    await assertAccessible(page, "new password, dead link");
    await assertLooks(page, "new password, dead link");
    await page.getByRole("link", { name: "Send a new link" }).click();
    await pages.heading(page, "Forgot your password?");
  });

  await t.test("an address without its last part is told from a dead link", async () => {
    await page.goto("/reset-password");
    await pages.heading(page, "Open the link in your mail");
    await assertAccessible(page, "new password, incomplete link");
  });
});
