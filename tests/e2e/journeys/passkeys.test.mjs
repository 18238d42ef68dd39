// Passkeys: set up, asked for, and in the place of a password, on a device that Chromium simulates.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { Device } from "../support/device.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("a passkey as the first factor, set up at sign-in, by keyboard alone", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  await administrator.enroll();
  const nina = await stage.member("Nina");
  await administrator.setMode("required");
  const { page } = await stage.openPage();
  const device = await Device.attach(page);
  const use = page.getByRole("button", { name: "Use your passkey" });
  let codes;

  await t.test("it is one of two to choose from", async () => {
    await pages.typePasswordByKeyboard(page, nina);
    await page.keyboard.press("Enter");
    await pages.heading(page, "Choose your second factor");
    await assertAccessible(page, "set-up, choice");
    await assertLooks(page, "set-up, choice");
    await pages.assertFitsPhone(page, "set-up, choice");
    await page.keyboard.press("Tab");
    await pages.assertFocused(page.getByRole("button", { name: /^Passkey/ }));
    await page.keyboard.press("Enter");
    await pages.heading(page, "Make a passkey");
    await page.getByText("Step 2 of 3").waitFor();
    await assertAccessible(page, "set-up, passkey");
    await assertLooks(page, "set-up, passkey");
    await pages.assertFitsPhone(page, "set-up, passkey");
  });

  await t.test("whoever cancels can try again, or choose anew", async () => {
    await Device.cancelNext(page);
    await page.getByLabel("Name").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(/^No passkey was made: that was cancelled/).waitFor();
    await assertAccessible(page, "set-up, passkey cancelled");
    await pages.assertFitsPhone(page, "set-up, passkey cancelled");
    await page.getByRole("button", { name: "Back" }).press("Enter");
    await pages.chooseApp(page);
    await page.getByRole("button", { name: "Back" }).press("Enter");
    await page.getByRole("button", { name: /^Passkey/ }).press("Enter");
  });

  await t.test("it brings the recovery codes along, and signs in", async () => {
    await page.getByLabel("Name").fill("Work laptop");
    await page.keyboard.press("Enter");
    codes = await pages.shownRecoveryCodes(page);
    assert.equal(codes.length, 10);
    await page.getByText(nina.email).first().waitFor({ state: "attached" });
    await page.getByRole("checkbox", { name: "I have saved these codes" }).press("Space");
    await page.getByRole("button", { name: "Continue" }).press("Enter");
    await pages.heading(page, "Two-factor authentication is on");
    const section = page.getByRole("region", { name: "Passkeys" });
    await section.getByText("Work laptop").waitFor();
    await section.getByText("To remove your only passkey, add another one first.").waitFor();
    assert.equal(await section.getByRole("button", { name: /Remove/ }).count(), 0);
    assert.equal(await device.count(), 1);
    await assertAccessible(page, "security, passkey");
    await assertLooks(page, "security, passkey");
    await pages.assertFitsPhone(page, "security, passkey");
  });

  await t.test("from then on it is asked for, and has the focus", async () => {
    await pages.signOut(page, nina.displayName);
    await pages.typePasswordByKeyboard(page, nina);
    await page.keyboard.press("Enter");
    await pages.assertFocused(use);
    await assertAccessible(page, "challenge, passkey");
    await assertLooks(page, "challenge, passkey");
    await pages.assertFitsPhone(page, "challenge, passkey");
    await Device.cancelNext(page);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText(/^No passkey was used: that was cancelled/).waitFor();
    await pages.assertFocused(page.getByRole("button", { name: "Try again" }));
    await assertAccessible(page, "challenge, passkey cancelled");
    await assertLooks(page, "challenge, passkey cancelled");
    await pages.assertFitsPhone(page, "challenge, passkey cancelled");
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });

  await t.test("once the device has lost it, a recovery code opens the account", async () => {
    await device.clear();
    await pages.signOut(page, nina.displayName);
    await pages.typePassword(page, nina);
    await use.click();
    await page.getByRole("alert").getByText(/there is none for you on this device/).waitFor();
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").fill(codes[0]);
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });
});

test("passkeys beside an authenticator", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const olga = await stage.memberWithPhone("Olga");
  const { page } = await stage.openPage();
  await Device.attach(page);
  const passkeys = page.getByRole("region", { name: "Passkeys" });
  const stepUp = page.getByRole("dialog", { name: "Confirm that it is you" });

  /** A session from a time at which nobody was asked: it proves the factor when that matters. */
  async function signInUnasked() {
    await administrator.setMode("off");
    await pages.signIn(page, olga);
  }

  await t.test("one is added, after a second factor", async () => {
    await signInUnasked();
    await passkeys.getByText("You have none yet.").waitFor();
    await passkeys.getByRole("link", { name: "Add a passkey" }).click();
    await pages.heading(page, "Make a passkey");
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await stepUp.waitFor();
    await pages.typeCode(page, await olga.phone.code());
    await passkeys.getByText("Chrome on Linux", { exact: true }).waitFor();
    await passkeys.getByText(/^On one device, added .*, not used yet$/).waitFor();
  });

  await t.test("a device takes no second one for the same account", async () => {
    await passkeys.getByRole("link", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await page.getByRole("alert").getByText("This device has a passkey for your account already.").waitFor();
    await assertAccessible(page, "passkey, already there");
    await page.getByRole("button", { name: "Cancel" }).click();
    await pages.heading(page, "My security");
  });

  await t.test("it gets another name", async () => {
    await passkeys.getByRole("button", { name: "Rename Chrome on Linux" }).click();
    const dialog = page.getByRole("dialog", { name: "Rename Chrome on Linux" });
    await assertAccessible(page, "rename a passkey");
    await dialog.getByLabel("Name").fill("Laptop");
    await page.keyboard.press("Enter");
    await passkeys.getByText("Laptop", { exact: true }).waitFor();
  });

  await t.test("what worked last is asked for first, and the other is a press away", async () => {
    await pages.signOut(page, olga.displayName);
    await signInUnasked();
    await passkeys.getByRole("link", { name: "Add a passkey" }).click();
    await page.getByRole("button", { name: "Make a passkey" }).click();
    await pages.codeField(stepUp).waitFor();
    await stepUp.getByRole("button", { name: "Use your passkey instead" }).click();
    await page.getByRole("alert").getByText("This device has a passkey for your account already.").waitFor();
    await administrator.setMode("optional");
    await page.getByRole("button", { name: "Cancel" }).click();
    await pages.signOut(page, olga.displayName);
    await pages.typePassword(page, olga);
    await pages.assertFocused(page.getByRole("button", { name: "Use your passkey" }));
    await page.getByRole("button", { name: "Use a code from your authenticator app instead" }).waitFor();
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });

  await t.test("it proves what brings new recovery codes", async () => {
    await page.getByRole("link", { name: "Make new codes" }).click();
    const use = page.getByRole("button", { name: "Use your passkey" });
    await use.waitFor();
    await assertAccessible(page, "new recovery codes by a passkey");
    await pages.assertFitsPhone(page, "new recovery codes by a passkey");
    await use.click();
    assert.equal((await pages.shownRecoveryCodes(page)).length, 10);
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "My security");
  });

  await t.test("it is removed, with a warning, and asked for no more", async () => {
    await passkeys.getByRole("button", { name: "Remove Laptop" }).click();
    const dialog = page.getByRole("dialog", { name: "Remove Laptop?" });
    await dialog.getByText("It opens nothing here any more.").waitFor();
    await assertAccessible(page, "remove a passkey");
    await assertLooks(page, "remove a passkey");
    await pages.assertFitsPhone(page, "remove a passkey");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await passkeys.getByText("You have none yet.").waitFor();
    await pages.assertFocused(passkeys.getByRole("heading", { name: "Passkeys" }));
    await pages.signOut(page, olga.displayName);
    await pages.typePassword(page, olga);
    await pages.codeField(page).waitFor();
    assert.equal(await page.getByRole("button", { name: /passkey/ }).count(), 0);
  });
});

test("turning two-factor authentication off with a passkey", async (t) => {
  const stage = await setStage(t);
  const paul = await stage.member("Paul");
  const { page } = await stage.openPage();
  await Device.attach(page);
  await pages.signIn(page, paul);
  await makeFirstPasskey(page);
  const dialog = page.getByRole("dialog", { name: "Turn off two-factor authentication?" });
  const turnOff = dialog.getByRole("button", { name: "Turn off" });

  await t.test("the only passkey goes with all the rest", async () => {
    await page.getByRole("button", { name: "Remove Chrome on Linux" }).click();
    await dialog.getByText("This is your only passkey: it cannot be removed by itself.").waitFor();
    await assertAccessible(page, "turn off with a passkey");
    await assertLooks(page, "turn off with a passkey");
    await pages.assertFitsPhone(page, "turn off with a passkey");
  });

  await t.test("neither password nor passkey alone will do", async () => {
    await turnOff.click();
    await pages.assertFocused(dialog.getByLabel("Password", { exact: true }));
    await dialog.getByLabel("Password", { exact: true }).fill("not my password");
    await turnOff.click();
    await dialog.getByRole("alert").getByText("The password or the passkey is not right.").waitFor();
    await dialog.getByLabel("Password", { exact: true }).fill(paul.password);
    await Device.cancelNext(page);
    await turnOff.click();
    await dialog.getByRole("alert").getByText(/^No passkey was used/).waitFor();
  });

  await t.test("both together turn it off", async () => {
    await turnOff.click();
    await pages.heading(page, "Two-factor authentication is off");
    await pages.signOut(page, paul.displayName);
    await pages.signIn(page, paul);
  });
});

test("signing in with a passkey alone", async (t) => {
  const stage = await setStage(t);
  const rosa = await stage.member("Rosa");
  const { page } = await stage.openPage();
  const device = await Device.attach(page);
  const press = page.getByRole("button", { name: "Sign in with a passkey" });
  await pages.signIn(page, rosa);
  await makeFirstPasskey(page);

  await t.test("the policy allows it, and says which roles need one", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, stage.credentials);
    await hers.goto("/admin/policy");
    await hers.getByRole("checkbox", { name: "Passkeys may be used" }).uncheck();
    assert.equal(await hers.getByRole("checkbox", { name: "Sign in with a passkey alone" }).isDisabled(), true);
    await hers.getByRole("checkbox", { name: "Authenticator apps may be used" }).uncheck();
    await hers.getByText("Allow passkeys or authenticator apps, or both.").waitFor();
    await assertAccessible(hers, "policy, no factor");
    await hers.getByRole("checkbox", { name: "Authenticator apps may be used" }).check();
    await hers.getByRole("checkbox", { name: "Passkeys may be used" }).check();
    await hers.getByRole("checkbox", { name: "Sign in with a passkey alone" }).check();
    await hers.getByRole("checkbox", { name: "Superadministrator" }).check();
    await hers.getByText("Nobody is required to have a second factor, so nobody is required to have a passkey.").waitFor();
    await assertAccessible(hers, "policy, passkeys");
    await pages.assertFitsPhone(hers, "policy, passkeys");
    await hers.getByRole("button", { name: "Save policy" }).click();
    const review = hers.getByRole("dialog", { name: "Save these changes?" });
    await review.getByText("Signing in with a passkey alone").waitFor();
    await review.getByText("For these roles an authenticator app no longer counts.").waitFor();
    await assertAccessible(hers, "policy, review of passkeys");
    await review.getByRole("button", { name: "Save all the same" }).click();
    await hers.getByRole("status").getByText("The policy is saved.").waitFor();
  });

  await t.test("the browser fills it in", async () => {
    await page.getByRole("button", { name: rosa.displayName }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    // The simulated device picks what a person would pick from the field's list.
    await page.getByText("with a passkey alone").waitFor();
  });

  await t.test("where browsers do not fill it in, a button asks for it", async () => {
    await withoutAutofill(page);
    await page.reload();
    await pages.signOut(page, rosa.displayName);
    assert.equal(await page.getByLabel("Email").getAttribute("autocomplete"), "username webauthn");
    await press.waitFor();
    await assertAccessible(page, "sign-in with a passkey");
    await assertLooks(page, "sign-in with a passkey");
    await pages.assertFitsPhone(page, "sign-in with a passkey");
    await Device.cancelNext(page);
    await press.press("Enter");
    await page.getByRole("alert").getByText(/^No passkey was used: that was cancelled/).waitFor();
    await pages.assertFocused(press);
    await assertAccessible(page, "sign-in with a passkey, cancelled");
    await pages.assertFitsPhone(page, "sign-in with a passkey, cancelled");
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
  });

  await t.test("one that was removed from the account signs nobody in, and says so", async () => {
    await page.getByRole("link", { name: "Add an authenticator" }).click();
    const phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await page.getByRole("button", { name: "Remove Phone" }).waitFor();
    await page.getByRole("button", { name: "Remove Chrome on Linux" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("You have none yet.").waitFor();
    assert.equal(await device.count(), 1);
    await pages.signOut(page, rosa.displayName);
    await press.click();
    await page.getByRole("alert").getByText(/it was removed from your account/).waitFor();
    await assertAccessible(page, "sign-in with a removed passkey");
    await pages.assertFitsPhone(page, "sign-in with a removed passkey");
  });
});

test("a key that does not check who holds it", async (t) => {
  const stage = await setStage(t);
  const tova = await stage.member("Tova");
  await (await stage.administrator()).changePolicy({ passkeyLogin: true });
  const { page } = await stage.openPage();
  await Device.attach(page, { verifies: false });
  await withoutAutofill(page);
  await pages.signIn(page, tova);
  await makeFirstPasskey(page);

  await t.test("it will do as a second factor", async () => {
    await pages.signOut(page, tova.displayName);
    await pages.typePassword(page, tova);
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await pages.heading(page, "My security");
  });

  await t.test("it does not stand in for the password", async () => {
    await pages.signOut(page, tova.displayName);
    await page.getByRole("button", { name: "Sign in with a passkey" }).click();
    await page.getByRole("alert").getByText(/could not check that it is you/).waitFor();
    await pages.heading(page, "Sign in");
  });
});

test("roles that need a passkey are offered nothing else", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  await administrator.enroll();
  const sven = await stage.member("Sven", ["manager"]);
  await administrator.changePolicy({ mode: "required", passkeyOnly: ["manager"] });
  const { page } = await stage.openPage();
  await Device.attach(page);
  await pages.typePassword(page, sven);
  await pages.heading(page, "Make a passkey");
  await page.getByText("Step 1 of 2").waitFor();
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await pages.shownRecoveryCodes(page);
  await pages.saveRecoveryCodes(page);
  await pages.heading(page, "My security");
  await page.getByRole("region", { name: "Passkeys" }).getByText("Chrome on Linux").waitFor();
  assert.equal(await page.getByRole("region", { name: "Authenticators" }).count(), 0);
});

/** As in a browser that does not list passkeys in a field: the simulated device would pick one at once. */
async function withoutAutofill(page) {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

async function makeFirstPasskey(page) {
  await page.getByRole("link", { name: "Set it up" }).click();
  await page.getByRole("button", { name: /^Passkey/ }).click();
  await page.getByRole("button", { name: "Make a passkey" }).click();
  await pages.shownRecoveryCodes(page);
  await pages.saveRecoveryCodes(page);
  await pages.heading(page, "Two-factor authentication is on");
}
