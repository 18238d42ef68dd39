// Somebody whose organization requires a second factor sets it up on the way in.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("set-up at sign-in, where the organization requires it", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  await administrator.enroll();
  const bob = await stage.member("Bob");
  await administrator.setMode("required");
  const { page } = await stage.openPage();
  let phone;
  let codes;

  await t.test("the password leads to the set-up, not to a session", async () => {
    await pages.typePassword(page, bob);
    await pages.chooseApp(page);
    await assertAccessible(page, "set-up, app");
    await assertLooks(page, "set-up, app");
    await pages.assertFitsPhone(page, "set-up, app");
  });

  await t.test("whoever came with the wrong account goes back to the sign-in", async () => {
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await pages.heading(page, "Choose your second factor");
    await page.getByRole("button", { name: "Back to sign-in" }).click();
    await pages.heading(page, "Sign in");
    assert.equal(await page.getByLabel("Email").inputValue(), bob.email);
    await page.getByLabel("Password", { exact: true }).fill(bob.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await pages.chooseApp(page);
  });

  await t.test("the key is covered until somebody looks at it", async () => {
    await page.getByRole("button", { name: "I have an app" }).click();
    await pages.heading(page, "Connect your app");
    await pages.assertFocused(page.getByRole("heading", { name: "Connect your app" }));
    await assertLooks(page, "set-up, connect");
    await page.getByText("Can't scan? Show the setup key").click();
    const key = page.getByRole("button", { name: /^Setup key/ });
    const plain = key.getByText(/^[A-Z2-7]{4} /);
    assert.equal(await plain.isVisible(), false);
    await key.focus();
    assert.equal(await plain.isVisible(), true);
    await assertAccessible(page, "set-up, key");
    await pages.assertFitsPhone(page, "set-up, key");
    const shown = (await plain.innerText()).replaceAll(" ", "");
    await page.getByRole("button", { name: "Copy key" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), shown);
    phone = await pages.scanShownCode(page);
    assert.equal(phone.setupKey, shown);
  });

  await t.test("a wrong code turns nothing on", async () => {
    await pages.typeCode(page, phone.wrongCode());
    await page.getByRole("alert").getByText("That code does not belong to this authenticator").waitFor();
    assert.equal(await pages.codeField(page).evaluate((box) => box === document.activeElement), true);
  });

  await t.test("the right code brings the recovery codes, once", async () => {
    await pages.typeCode(page, await phone.code());
    codes = await pages.shownRecoveryCodes(page);
    assert.equal(codes.length, 10);
    assert.equal(new Set(codes).size, 10);
    await assertAccessible(page, "set-up, recovery codes");
    await pages.assertFitsPhone(page, "set-up, recovery codes");
  });

  await t.test("they can be downloaded, copied and printed", async () => {
    const downloading = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download codes" }).click();
    const download = await downloading;
    assert.match(download.suggestedFilename(), /^recovery-codes.*\.txt$/);
    const file = await readFile(await download.path(), "utf8");
    assert.ok(file.includes(bob.email), "the file says whose codes they are");
    for (const [index, code] of codes.entries()) {
      assert.ok(file.includes(`${index + 1}. ${code}`), `code ${index + 1} is in the file`);
    }

    await page.getByRole("button", { name: "Copy codes" }).click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), file);

    await page.emulateMedia({ media: "print" });
    assert.equal(await page.getByText(bob.email).isVisible(), true);
    assert.equal(await page.getByRole("button", { name: "Print codes" }).isVisible(), false);
    await page.emulateMedia({ media: "screen" });
  });

  await t.test("nobody goes on without having saved them", async () => {
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Save the codes first, then tick this.").waitFor();
    await pages.assertFocused(page.getByRole("checkbox", { name: "I have saved these codes" }));
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "My security");
    await pages.heading(page, "Two-factor authentication is on");
    await page.getByText("it cannot be turned off").waitFor();
    assert.equal(await page.getByRole("button", { name: /Remove|Turn off/ }).count(), 0);
  });

  await t.test("from then on, a code is asked for", async () => {
    await pages.signOut(page, bob.displayName);
    await pages.signInWithCode(page, bob, await phone.code());
  });
});

test("set-up at sign-in, on the phone that has the app", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  await administrator.enroll();
  const eve = await stage.member("Eve");
  await administrator.setMode("required");
  const { page } = await stage.openPage({ phone: true });

  await pages.typePassword(page, eve);
  await pages.chooseApp(page);
  await page.getByRole("button", { name: "I have an app" }).click();
  await pages.heading(page, "Connect your app");
  const opening = page.getByRole("link", { name: "Open the authenticator app" });
  const picture = page.getByRole("img", { name: "QR code for your authenticator app" });
  assert.match(await opening.getAttribute("href"), /^otpauth:\/\/totp\//);
  await page.getByRole("button", { name: "Copy key" }).waitFor();
  assert.equal(await picture.isVisible(), false, "a phone cannot scan itself");
  await assertAccessible(page, "set-up on a phone");

  await page.getByText("App on another device? Show the QR code").click();
  const phone = await pages.scanShownCode(page);
  assert.ok((await opening.getAttribute("href")).includes(phone.setupKey), "the link and the picture hold the same key");
  await pages.typeCode(page, await phone.code());
  assert.equal((await pages.shownRecoveryCodes(page)).length, 10);
  await pages.assertInSight(page.getByRole("heading", { name: "Save your recovery codes" }));
});
