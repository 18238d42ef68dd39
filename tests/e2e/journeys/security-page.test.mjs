// Looking after one's own second factor: authenticators, recovery codes, sessions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("looking after one's own second factor", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const erin = await stage.memberWithPhone("Erin");
  const { page } = await stage.openPage();
  const authenticators = page.getByRole("region", { name: "Authenticators" });
  const stepUp = page.getByRole("dialog", { name: "Confirm that it is you" });
  let phone;

  await t.test("while nobody is asked, the page says so", async () => {
    await administrator.setMode("off");
    await pages.signIn(page, erin);
    await pages.heading(page, "Two-factor authentication is set up, but not in use");
    await pages.heading(page, "Delete what you have set up");
    await assertAccessible(page, "security, suspended");
  });

  await t.test("an authenticator gets another name", async () => {
    await authenticators.getByRole("button", { name: "Rename Phone" }).click();
    const dialog = page.getByRole("dialog", { name: "Rename Phone" });
    await assertAccessible(page, "rename");
    await dialog.getByLabel("Name").fill("Old phone");
    await page.keyboard.press("Enter");
    await authenticators.getByText("Old phone", { exact: true }).waitFor();
  });

  await t.test("another one is added, after a second factor", async () => {
    await page.getByRole("link", { name: "Add an authenticator" }).click();
    await pages.heading(page, "Get an authenticator app");
    await page.getByRole("textbox", { name: "Name" }).fill("Tablet");
    await page.getByRole("button", { name: "I have an app" }).click();
    await stepUp.waitFor();
    await assertAccessible(page, "step-up");
    await assertLooks(page, "step-up");
    await pages.assertFitsPhone(page, "step-up");
    await page.keyboard.press("Escape");
    await stepUp.waitFor({ state: "detached" });
    await pages.heading(page, "Get an authenticator app");

    await page.getByRole("button", { name: "I have an app" }).click();
    await stepUp.waitFor();
    await pages.typeCode(page, await erin.phone.code());
    await stepUp.waitFor({ state: "detached" });
    const tablet = await pages.scanShownCode(page);
    await pages.typeCode(page, await tablet.code());
    await page.getByRole("status").getByText("An authenticator was added.").waitFor();
    await authenticators.getByText("Tablet", { exact: true }).waitFor();
    await authenticators.getByText("Old phone", { exact: true }).waitFor();
  });

  await t.test("once somebody is asked again, a session from before proves the factor first", async () => {
    const { page: earlier } = await stage.openPage();
    await pages.signIn(earlier, erin);
    await administrator.setMode("optional");
    await earlier.reload();
    const first = earlier.getByRole("dialog", { name: "Confirm that it is you" });
    await first.waitFor();
    await pages.typeCode(earlier, await erin.phone.code());
    await first.waitFor({ state: "detached" });
    await pages.heading(earlier, "Two-factor authentication is on");
    await pages.signOut(earlier, erin.displayName);
  });

  await t.test("the page shows what there is", async () => {
    await page.getByRole("button", { name: erin.displayName }).click();
    await page.getByRole("menuitem", { name: "My account" }).click();
    await pages.heading(page, "My account");
    await page.reload();
    await page.getByRole("link", { name: "Nightlatch, My security" }).click();
    await pages.heading(page, "Two-factor authentication is on");
    await authenticators.getByText("Old phone", { exact: true }).waitFor();
    await page.getByRole("img", { name: "Protected by two-factor authentication" }).first().waitFor();
    await page.getByText("10 of 10 left").waitFor();
    await page.getByText("This device").waitFor();
    await page.getByRole("region", { name: "Recent activity" }).getByText("Signed in").first().waitFor();
    await assertAccessible(page, "security");
    await assertLooks(page, "security");
    await pages.assertFitsPhone(page, "security");
  });

  await t.test("a changed phone takes the place of the old one", async () => {
    await authenticators.getByRole("link", { name: "Replace Old phone" }).click();
    phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await pages.heading(page, "My security");
    await page.getByRole("status").getByText("The authenticator was replaced").waitFor();
    await authenticators.getByText("Old phone", { exact: true }).waitFor();
    assert.equal(await authenticators.getByRole("button", { name: /^Rename/ }).count(), 2);
  });

  await t.test("one is removed, with a warning", async () => {
    await authenticators.getByRole("button", { name: "Remove Tablet" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove Tablet?" });
    await dialog.getByText("Its codes stop working at once.").waitFor();
    await assertAccessible(page, "remove");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await authenticators.getByText("Tablet", { exact: true }).waitFor({ state: "detached" });
    await pages.assertFocused(authenticators.getByRole("heading", { name: "Authenticators" }));
  });

  await t.test("fresh recovery codes take the place of the old ones", async () => {
    await page.getByRole("link", { name: "Make new codes" }).click();
    await pages.heading(page, "Make new recovery codes");
    await assertAccessible(page, "new recovery codes");
    await pages.typeCode(page, await phone.code());
    const codes = await pages.shownRecoveryCodes(page);
    assert.equal(codes.length, 10);
    assert.ok(!codes.includes(erin.recoveryCodes[0]));

    await page.getByRole("link", { name: "Nightlatch, My security" }).click();
    const guard = page.getByRole("dialog", { name: "Leave without your codes?" });
    await guard.getByRole("button", { name: "Stay here" }).click();
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "My security");
    await page.getByRole("status").getByText("New recovery codes were made").waitFor();
    await assertAccessible(page, "security, with new recovery codes");
    erin.recoveryCodes = codes;
  });

  await t.test("a used code is crossed off, and the session that used it is ended", async () => {
    const { page: elsewhere } = await stage.openPage();
    await pages.typePassword(elsewhere, erin);
    await elsewhere.getByRole("button", { name: "Use a recovery code instead" }).click();
    await elsewhere.getByLabel("Recovery code").fill(erin.recoveryCodes[0]);
    await elsewhere.keyboard.press("Enter");
    await pages.heading(elsewhere, "My security");

    await page.reload();
    const list = page.getByRole("region", { name: "Recovery codes" });
    await list.getByText("9 of 10 left").waitFor();
    assert.equal(await list.locator("s").innerText(), "Code 1");

    const sessions = page.getByRole("region", { name: "Where you are signed in" });
    await sessions.getByRole("button", { name: /^End the session/ }).click();
    await sessions.getByRole("button", { name: /^End the session/ }).waitFor({ state: "detached" });
    await elsewhere.getByRole("button", { name: erin.displayName }).click();
    await elsewhere.getByRole("menuitem", { name: "My account" }).click();
    await elsewhere.getByRole("alert").getByText("You were signed out. Please sign in again.").waitFor();
  });

  await t.test("name and password are changed", async () => {
    await page.goto("/account");
    await page.getByLabel("Name", { exact: true }).fill("Erin the Second");
    await page.getByRole("button", { name: "Save name" }).click();
    await page.getByRole("status").getByText("Your name is saved.").waitFor();
    await page.getByRole("button", { name: "Erin the Second" }).waitFor();

    await page.getByLabel("Current password").fill(erin.password);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText(/At least \d+ characters/).waitFor();
    // It says so while it is typed in; once the service has refused it, it has the focus.
    await pages.assertFocused(page.getByLabel("New password"));
    // What judges it comes after the page.
    await page.getByText(/^Strength: very weak/).waitFor();
    await assertAccessible(page, "account");
    // How a field with the focus looks depends on whether the browser has it.
    await page.getByLabel("New password").blur();
    await assertLooks(page, "account");
    await pages.assertFitsPhone(page, "account");
    await page.getByLabel("New password").fill("five plain words in a row");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByRole("status").getByText("Your password is changed.").waitFor();
  });
});
