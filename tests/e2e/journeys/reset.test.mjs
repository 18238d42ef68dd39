// What an administrator does for somebody who has lost their phone, and to somebody who has left.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const LOGIN_FAILED =
  "Login failed. Please check your login details and try again. Otherwise contact your administrator.";

test("resets, passes and suspension", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const nora = await stage.memberWithPhone("Nora");
  const otto = await stage.memberWithPhone("Otto");
  const pia = await stage.member("Pia");
  const { phone } = await administrator.enroll();
  const { page } = await stage.openPage();
  // A session that began while nobody was asked for a second factor has none to show for later.
  await administrator.setMode("off");
  await pages.signIn(page, stage.credentials);

  const dialog = page.getByRole("dialog");
  const protectedSign = page.getByRole("main").getByRole("img", { name: "Protected by two-factor authentication" });
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  let code;

  async function openUser(name) {
    await page.getByRole("link", { name: "Users", exact: true }).click();
    await row(name).getByRole("link", { name }).click();
    await pages.heading(page, name);
  }

  /** The code on the slip, in the form in which it is copied. */
  async function shownCode() {
    const text = await dialog.getByRole("region", { name: "Code" }).innerText();
    return text.trim().split(/\s+/).join("-");
  }

  await t.test("the list leads to a user's page", async () => {
    await openUser("Nora");
    await protectedSign.waitFor();
    await page.getByText("nora@example.org").waitFor();
    await page.getByText("10 of 10 left").waitFor();
    await assertAccessible(page, "user");
    await assertLooks(page, "user");
    await pages.assertFitsPhone(page, "user");
  });

  await t.test("a reset says what will be gone, and asks how the identity was checked", async () => {
    const opener = page.getByRole("button", { name: "Reset…" });
    await opener.click();
    await dialog.getByText("are deleted and cannot be brought back").waitFor();
    await assertAccessible(page, "reset");
    await assertLooks(page, "reset");
    await pages.assertFitsPhone(page, "reset");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await opener.evaluate((button) => button === document.activeElement), true);
    await opener.click();
    await dialog.getByLabel("Reason").fill("Lost her phone and her recovery codes.");
    await dialog.getByRole("button", { name: "Reset" }).click();
    await dialog.getByText("Please choose.").waitFor();
    await pages.assertFocused(dialog.getByLabel("On a call"));
    await assertAccessible(page, "reset, not all filled in");
    await dialog.getByLabel("On a call").check();
    await dialog.getByLabel("Ticket (optional)").fill("HD-4711");
    await dialog.getByRole("button", { name: "Reset" }).click();
  });

  await t.test("it takes the administrator's own second factor, and shows the code once", async () => {
    const stepUp = page.getByRole("dialog", { name: "Confirm that it is you" });
    await stepUp.waitFor();
    assert.equal(await stepUp.getByRole("button", { name: "Use a code from your administrator" }).count(), 0);
    await pages.typeCode(page, await phone.code());
    await pages.heading(page, "Reset code for Nora");
    await administrator.setMode("optional");
    code = await shownCode();
    assert.match(code, /^(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    await dialog.getByText("Works once, and for 24 hours").waitFor();
    await dialog.getByText("you will not see it again").waitFor();
    await assertAccessible(page, "reset code");
    await pages.assertFitsPhone(page, "reset code");
    await dialog.getByRole("button", { name: "Copy code" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code);
  });

  await t.test("leaving the code asks first", async () => {
    await page.keyboard.press("Escape");
    const question = page.getByRole("dialog", { name: "Close without passing the code on?" });
    await question.waitFor();
    await assertAccessible(page, "closing the code");
    // A browser stops asking the page whether a dialog may close when somebody insists.
    await page.keyboard.press("Escape");
    assert.equal(await shownCode(), code);
    await page.keyboard.press("Escape");
    await question.getByRole("button", { name: "Stay here" }).click();
    await page.evaluate(() => window.history.back());
    const guard = page.getByRole("dialog", { name: "Leave without passing the code on?" });
    await guard.getByRole("button", { name: "Stay here" }).click();
    assert.equal(await shownCode(), code);
    await dialog.getByRole("button", { name: "I have passed it on" }).click();
    await page.getByRole("status").getByText("The second factor of Nora is reset.").waitFor();
    assert.equal((await page.content()).includes(code), false);
  });

  await t.test("page and list say that the code is awaited", async () => {
    await page.getByText("Reset: waiting for the code").waitFor();
    assert.equal(await protectedSign.count(), 0);
    await assertAccessible(page, "user, reset");
    await pages.assertFitsPhone(page, "user, reset");
    await page.reload();
    await page.getByText("an administrator has arranged for a new one to be set up at the next sign-in").waitFor();
    await page.getByRole("link", { name: "All users" }).click();
    await row("Nora").getByText("Reset: waiting for the code").waitFor();
    await assertAccessible(page, "users, one reset");
    await pages.assertFitsPhone(page, "users, one reset");
  });

  await t.test("the user comes back with the code, and sets up anew", async () => {
    const { page: hers } = await stage.openPage();
    await pages.typePassword(hers, nora);
    await hers.getByText("Your second factor was reset. Enter the code that your administrator reads to you.").waitFor();
    await assertAccessible(hers, "challenge after a reset");
    await pages.assertFitsPhone(hers, "challenge after a reset");
    const field = hers.getByLabel("Code from your administrator");
    await field.fill("0000-0000-0000-0000");
    await hers.keyboard.press("Enter");
    await hers.getByRole("alert").getByText(/^That code is not right/).waitFor();
    await field.fill(` ${code.toLowerCase().replaceAll("-", "  ")} `);
    await hers.keyboard.press("Enter");
    await pages.chooseApp(hers);
    await hers.getByText("Step 2 of 4").waitFor();
    await assertAccessible(hers, "set-up after a reset");
    const fresh = await pages.scanIntoPhone(hers);
    await pages.typeCode(hers, await fresh.code());
    assert.equal((await pages.shownRecoveryCodes(hers)).length, 10);
    await pages.saveRecoveryCodes(hers);
    await pages.heading(hers, "Two-factor authentication is on");
    await openUser("Nora");
    await protectedSign.waitFor();
  });

  await t.test("a temporary pass lasts no longer than the policy allows, and needs a reason", async () => {
    await openUser("Otto");
    await page.getByRole("button", { name: "Issue a pass…" }).click();
    await assertAccessible(page, "temporary pass");
    await pages.assertFitsPhone(page, "temporary pass");
    await dialog.getByLabel("Good for").selectOption({ label: "30 minutes" });
    await dialog.getByRole("button", { name: "Issue the pass" }).click();
    await dialog.getByText("Please fill this in.").waitFor();
    await pages.assertFocused(dialog.getByLabel("Reason"));
    await dialog.getByLabel("Reason").fill("The phone is at home.");
    await dialog.getByRole("button", { name: "Issue the pass" }).click();
    await pages.heading(page, "Temporary pass for Otto");
    await dialog.getByText("Works once, and for 30 minutes").waitFor();
    code = await shownCode();
    await dialog.getByRole("button", { name: "I have passed it on" }).click();
    await page.getByText(/^Good until/).waitFor();
    await protectedSign.waitFor();
  });

  await t.test("it stands in for the phone once, and leads to a further authenticator", async () => {
    const { page: his } = await stage.openPage();
    await pages.typePassword(his, otto);
    await his.getByRole("button", { name: "Use a code from your administrator" }).click();
    await assertAccessible(his, "challenge, temporary pass");
    await pages.assertFitsPhone(his, "challenge, temporary pass");
    await his.getByLabel("Code from your administrator").fill(code);
    await his.keyboard.press("Enter");
    await pages.chooseApp(his);
    await his.getByText("Step 2 of 3").waitFor();
    await his.getByLabel("Name").fill("Tablet");
    const tablet = await pages.scanIntoPhone(his);
    await pages.typeCode(his, await tablet.code());
    await pages.heading(his, "My security");
    const authenticators = his.getByRole("region", { name: "Authenticators" });
    await authenticators.getByText("Phone", { exact: true }).waitFor();
    await authenticators.getByText("Tablet", { exact: true }).waitFor();
    await pages.signOut(his, otto.displayName);
    await pages.typePassword(his, otto);
    await pages.heading(his, "Confirm that it is you");
    assert.equal(await his.getByRole("button", { name: "Use a code from your administrator" }).count(), 0);
  });

  await t.test("somebody suspended is out, until they are restored", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, pia);
    await openUser("Pia");
    await page.getByText("There is no second factor that a pass could stand in for.").waitFor();
    await page.getByRole("button", { name: "Suspend…" }).click();
    await dialog.getByText("Pia cannot sign in any more, and is signed out everywhere.").waitFor();
    await assertAccessible(page, "suspend");
    await pages.assertFitsPhone(page, "suspend");
    await dialog.getByRole("button", { name: "Suspend" }).click();
    await page.getByRole("status").getByText("Pia is suspended.").waitFor();
    await page.getByRole("button", { name: "Restore…" }).waitFor();
    await assertAccessible(page, "user, suspended");

    await hers.goto("/account");
    await pages.heading(hers, "Sign in");
    await pages.typePassword(hers, pia);
    await hers.getByRole("alert").getByText(LOGIN_FAILED, { exact: true }).waitFor();

    await page.getByRole("button", { name: "Restore…" }).click();
    await assertAccessible(page, "restore");
    await dialog.getByRole("button", { name: "Restore" }).click();
    await page.getByRole("status").getByText("Pia can sign in again.").waitFor();
    await pages.signIn(hers, pia);
    await page.getByRole("button", { name: "Sign out everywhere…" }).click();
    await assertAccessible(page, "sign out everywhere");
    await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
    await page.getByRole("status").getByText("Pia is signed out everywhere.").waitFor();
    await pages.assertFocused(page.getByRole("button", { name: "Sign out everywhere…" }));
    await hers.goto("/account");
    await pages.heading(hers, "Sign in");
  });

  await t.test("a link for a new password is mailed, and nobody else sees it", async () => {
    await page.getByRole("button", { name: "Mail a link…" }).click();
    await assertAccessible(page, "mail a link");
    await pages.assertFitsPhone(page, "mail a link");
    await dialog.getByRole("button", { name: "Mail the link" }).click();
    await page.getByRole("status").getByText("A link for a new password is on its way to Pia.").waitFor();
    const { page: hers } = await stage.openPage();
    pia.password = "lamp violin harbor seventeen";
    await hers.goto(await stage.mailbox.link(pia.email, "/reset-password"));
    await hers.getByLabel("New password").fill(pia.password);
    await hers.getByRole("button", { name: "Change password" }).click();
    await hers.getByRole("status").getByText("Your password is changed. Sign in with it.").waitFor();
  });

  await t.test("roles are changed", async () => {
    await page.getByRole("button", { name: "Change roles…" }).click();
    await assertAccessible(page, "roles");
    await pages.assertFitsPhone(page, "roles");
    await dialog.getByRole("button", { name: "Save roles" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Change roles…" }).click();
    await dialog.getByLabel("Manager").check();
    await dialog.getByLabel("Member").uncheck();
    await dialog.getByRole("button", { name: "Save roles" }).click();
    await page.getByRole("status").getByText("The roles of Pia are changed.").waitFor();
    await page.getByRole("definition").getByText("Manager", { exact: true }).waitFor();
  });

  await t.test("what was done is said in sight, on a phone as well, and covers nothing that has the focus", async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 640 });
    const button = page.getByRole("button", { name: "Sign out everywhere…" });
    await button.evaluate((it) => window.scrollBy(0, it.getBoundingClientRect().top - 16));
    await button.press("Enter");
    await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
    const told = page.getByRole("status").getByText("Pia is signed out everywhere.");
    await told.waitFor();
    await pages.assertFocused(button);
    await pages.assertInSight(told);
    const [words, focused] = await Promise.all([told, button].map((it) => it.boundingBox()));
    assert.ok(focused.y >= words.y + words.height, `at ${focused.y}, beneath words from ${words.y}, ${words.height} high`);
    await page.setViewportSize(size);
  });

  await t.test("nobody does any of it to themselves, or without permission", async () => {
    await openUser("Administrator");
    await page.getByText("This is your own account.").waitFor();
    assert.equal(await page.getByRole("button", { name: /…$/ }).count(), 0);
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, pia);
    await hers.getByRole("link", { name: "Users", exact: true }).click();
    await hers.getByRole("link", { name: "Nora" }).click();
    await hers.getByText("You can look at this account; an administrator can change it.").waitFor();
    assert.equal(await hers.getByRole("button", { name: /…$/ }).count(), 0);
    await assertAccessible(hers, "user, only to look at");
  });

  await t.test("the policy says what a reset takes, and whether there are passes", async () => {
    await page.getByRole("link", { name: "Policy" }).click();
    await pages.heading(page, "Resets and passes");
    await page.getByRole("radio", { name: "Nothing" }).check();
    await page.getByLabel("Administrators may issue temporary passes").uncheck();
    await assertAccessible(page, "policy, resets");
    await pages.assertFitsPhone(page, "policy, resets");
    await pages.savePolicy(page);
    await page.getByRole("status").getByText("The policy is saved.").waitFor();
    await openUser("Otto");
    await page.getByText("Temporary passes are turned off in the policy.").waitFor();
    await page.getByRole("button", { name: "Reset…" }).click();
    await dialog.getByText("for which the password alone is enough").waitFor();
    await dialog.getByLabel("In person").check();
    await dialog.getByLabel("Reason").fill("A new phone.");
    await dialog.getByRole("button", { name: "Reset" }).click();
    await page.getByRole("status").getByText("They set up a new one after signing in.").waitFor();
    const { page: his } = await stage.openPage();
    await pages.signIn(his, otto);
    await pages.heading(his, "Two-factor authentication is off");
  });

  await t.test("the audit log tells who did it, to whom and why", async () => {
    await page.getByRole("link", { name: "Audit log" }).click();
    await page.getByLabel("What happened").selectOption({ label: "Second factor reset" });
    await row("nora@example.org").getByRole("button", { name: "Details" }).click();
    await page.getByRole("definition").getByText("HD-4711").waitFor();
    for (const label of ["Temporary pass issued", "Account suspended", "Account restored", "Signed out everywhere", "Roles changed"]) {
      await page.getByLabel("What happened").selectOption({ label });
      await row(label).first().waitFor();
    }
  });
});
