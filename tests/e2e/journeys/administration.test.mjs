// What an administrator sees and decides.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Client } from "../support/api.mjs";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("administration", async (t) => {
  const stage = await setStage(t);
  await stage.memberWithPhone("Fay");
  const gus = await stage.member("Gus");
  const ivy = await stage.member("Ivy", ["admin"]);
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await pages.signIn(page, stage.credentials);

  await t.test("the user list shows whom a second factor protects", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await pages.heading(page, "4 users");
    await row("Fay").getByText("On", { exact: true }).waitFor();
    await row("Fay").getByText("10 of 10 left").waitFor();
    await row("Fay").getByRole("img", { name: "Protected by two-factor authentication" }).waitFor();
    assert.equal(await row("Gus").getByRole("img").count(), 0);
    await assertAccessible(page, "users");
    await assertLooks(page, "users");
    await pages.assertFitsPhone(page, "users");
  });

  await t.test("it is filtered by status, and the filter is in the address", async () => {
    await page.getByLabel("2FA status").selectOption({ label: "On" });
    await pages.heading(page, "1 user");
    assert.equal(new URL(page.url()).searchParams.get("twoFactor"), "enabled");
    await page.reload();
    await row("Fay").waitFor();
    assert.equal(await row("Gus").count(), 0);
  });

  await t.test("the way back from one of them leads to the list as it was", async () => {
    await page.getByRole("link", { name: "Fay" }).click();
    await pages.heading(page, "Fay");
    // Dialogs that have an address of their own leave it as it is.
    await page.getByRole("button", { name: "Change roles…" }).click();
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Back to the list" }).click();
    await pages.heading(page, "1 user");
    assert.equal(new URL(page.url()).search, "?twoFactor=enabled");
    await page.getByLabel("2FA status").selectOption({ label: "All" });
    await row("Gus").waitFor();
  });

  await t.test("a user is added, and can sign in", async () => {
    const dialog = await pages.openAccountCreation(page);
    await assertAccessible(page, "create an account");
    await assertLooks(page, "create an account");
    await pages.assertFitsPhone(page, "create an account");
    await dialog.getByLabel("Email").fill(gus.email);
    await dialog.getByLabel("Name").fill("Hal");
    await dialog.getByLabel("Manager").check();
    await dialog.getByRole("button", { name: "Suggest a password" }).click();
    const password = await dialog.getByLabel("First password").inputValue();
    await dialog.getByRole("button", { name: "Create account" }).click();
    await dialog.getByText("Somebody with this email address is already here.").waitFor();
    await pages.assertFocused(dialog.getByLabel("Email"));
    await dialog.getByLabel("Email").fill("nobody");
    await dialog.getByRole("button", { name: "Create account" }).click();
    await dialog.getByText("This is not an email address.").waitFor();
    await pages.assertFocused(dialog.getByLabel("Email"));
    assert.equal(await dialog.getByRole("alert").innerText(), "");
    await dialog.getByLabel("Email").fill("hal@example.org");
    await dialog.getByRole("button", { name: "Create account" }).click();
    await page.getByRole("status").getByText("Hal was added.").waitFor();
    await row("Hal").getByText("Member, Manager").or(row("Hal").getByText("Manager, Member")).waitFor();

    const { page: his } = await stage.openPage();
    await pages.signIn(his, { email: "hal@example.org", password });
    const navigation = his.getByRole("navigation", { name: "Main" });
    assert.deepEqual(await navigation.getByRole("link").allInnerTexts(), [
      "My security",
      "Overview",
      "Users",
      "Roles",
      "Policy",
    ]);
    await navigation.getByRole("link", { name: "Policy" }).click();
    await his.getByText("You can look at the policy; an administrator can change it.").waitFor();
    assert.equal(await his.getByRole("radio", { name: "Required" }).isDisabled(), true);
    await his.goto("/admin/audit");
    await pages.heading(his, "Page not found");
    await navigation.getByRole("link", { name: "Policy" }).waitFor();
    await assertAccessible(his, "not found");
    await assertLooks(his, "not found");
  });

  await t.test("who requires a second factor has one", async () => {
    await page.getByRole("link", { name: "Policy" }).click();
    await pages.heading(page, "Who needs a second factor");
    await assertAccessible(page, "policy");
    await assertLooks(page, "policy");
    await pages.assertFitsPhone(page, "policy");
    await requireEverybody();
    await page.getByRole("alert").getByText("set up your own").waitFor();
    await page.getByRole("alert").getByRole("link", { name: "Set up two-factor authentication" }).click();
    await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Leave" }).click();
    await pages.chooseApp(page);
    const phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "Two-factor authentication is on");
  });

  async function requireEverybody() {
    await page.getByRole("radio", { name: "Required" }).check();
    await pages.savePolicy(page);
  }

  await t.test("a change by somebody else is noticed, and one's own edits stay", async () => {
    await page.getByRole("link", { name: "Policy" }).click();
    await pages.heading(page, "Who needs a second factor");
    const colleague = await Client.signIn(ivy);
    await page.getByLabel("Recovery codes per person").fill("12");
    await colleague.setMode("off");
    await pages.savePolicy(page);
    const refused = page.getByRole("alert").getByText("Somebody else changed the policy");
    await refused.waitFor();
    await assertInWindow(refused);
    await page.getByRole("radio", { name: "Off" }).and(page.locator(":checked")).waitFor();
    assert.equal(await page.getByLabel("Recovery codes per person").inputValue(), "12");
    await assertAccessible(page, "policy, changed meanwhile");
    await page.getByRole("radio", { name: "Optional" }).check();
    await pages.savePolicy(page);
    const saved = page.getByRole("status").getByText("The policy is saved.");
    await saved.waitFor();
    await assertInWindow(saved);
  });

  /** Whoever saves from the midst of a long form need not scroll for the answer. */
  async function assertInWindow(words) {
    const { y, height } = await words.boundingBox();
    assert.ok(y >= 0 && y + height <= page.viewportSize().height, `it is ${y} pixels from the top`);
  }

  await t.test("requiring it takes effect in sessions that live", async () => {
    const { page: his } = await stage.openPage();
    await pages.signIn(his, gus);
    await his.goto("/account");
    await his.getByLabel("Name", { exact: true }).fill("Augustus");
    await requireEverybody();
    await page.getByRole("status").getByText("The policy is saved.").waitFor();
    await his.getByRole("button", { name: "Save name" }).click();
    await pages.chooseApp(his);
    await assertAccessible(his, "set-up in a session");
    const phone = await pages.scanIntoPhone(his);
    await pages.typeCode(his, await phone.code());
    assert.equal((await pages.shownRecoveryCodes(his)).length, 12);
    await pages.saveRecoveryCodes(his);
    await pages.heading(his, "My account");
  });

  await t.test("the audit log tells of it, and is narrowed down", async () => {
    await page.getByRole("link", { name: "Audit log" }).click();
    await row("Authenticator added").first().waitFor();
    await assertAccessible(page, "audit log");
    await pages.assertFitsPhone(page, "audit log");
    await page.getByLabel("What happened").selectOption({ label: "Policy changed" });
    await row("Authenticator added").first().waitFor({ state: "detached" });
    await row("Policy changed").first().getByRole("button", { name: "Details" }).click();
    await page.getByRole("definition").getByText("Optional → Required").waitFor();
    // Without the seals, which come in their own time.
    await assertLooks(page, "audit log");
    assert.equal(new URL(page.url()).searchParams.get("action"), "policy.changed");
    await page.getByLabel("From", { exact: true }).fill("2020-01-01");
    await page.getByLabel("To", { exact: true }).fill("2020-12-31");
    await page.getByText("No event fits this filter.").waitFor();
    await page.getByRole("button", { name: "Clear filters" }).click();
    await row("Authenticator added").first().waitFor();
  });
});

test("a long name stays in its column", async (t) => {
  const stage = await setStage(t);
  const name = "Donaudampfschifffahrtsgesellschaftskapitänswitwe";
  const long = { email: "long@example.org", displayName: name, roles: ["member"], password: "correct horse battery" };
  await (await stage.administrator()).createUser(long);
  const { page } = await stage.openPage();
  await pages.signIn(page, stage.credentials);
  await page.goto("/admin/users");
  const [link, cell] = [page.getByRole("link", { name }), page.getByRole("rowheader", { name })];
  await link.waitFor();
  const overhang = (await right(link)) - (await right(cell));
  assert.ok(overhang <= 0, `${overhang} pixels too wide`);
});

test("on a phone, what saves the policy leaves it most of the window, in long words as well", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage({ locale: "de-DE" });
  await page.goto("/");
  await page.getByLabel("E-Mail").fill(stage.credentials.email);
  await page.getByLabel("Passwort", { exact: true }).fill(stage.credentials.password);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
  await page.getByRole("link", { name: "Regeln" }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByLabel("Wiederherstellungscodes pro Person").fill("12");
  const save = page.getByRole("button", { name: "Regeln speichern" });
  await page.getByRole("button", { name: "Änderungen verwerfen" }).waitFor();
  const { height } = await save.locator("xpath=..").boundingBox();
  assert.ok(height <= 100, `${height} pixels high`);
});

async function right(element) {
  const { x, width } = await element.boundingBox();
  return x + width;
}
