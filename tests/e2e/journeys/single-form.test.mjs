// Password and code in one form, where the organization asks for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const LOGIN_FAILED =
  "Login failed. Please check your login details and try again. Otherwise contact your administrator.";

test("signing in with one form", async (t) => {
  const stage = await setStage(t);
  const cora = await stage.memberWithPhone("Cora");
  const bob = await stage.member("Bob");
  const administrator = await stage.administrator();
  await administrator.changePolicy({ loginStyle: "singleForm" });
  const { page } = await stage.openPage();
  const email = page.getByLabel("Email");
  const password = page.getByLabel("Password", { exact: true });
  const code = page.getByLabel("Code", { exact: true });

  async function fill(person, ofApp) {
    await email.fill(person.email);
    await password.fill(person.password);
    await code.fill(ofApp);
    await page.getByRole("button", { name: "Sign in" }).click();
  }

  await t.test("the field for the code stands under the password from the start", async () => {
    await page.goto("/");
    await pages.heading(page, "Sign in");
    assert.equal(await code.getAttribute("autocomplete"), "one-time-code");
    await page.getByText("Leave empty if you have not set up two-factor authentication.").waitFor();
    await assertAccessible(page, "one form");
    await assertLooks(page, "one form");
    await pages.assertFitsPhone(page, "one form");
  });

  await t.test("a wrong password, an unknown address, a wrong code and none are told the same", async () => {
    const tries = [
      [{ ...cora, password: "not it" }, await cora.phone.code()],
      [{ email: "nobody@example.org", password: "not it" }, cora.phone.wrongCode()],
      [cora, cora.phone.wrongCode()],
      [cora, ""],
    ];
    for (const [person, ofApp] of tries) {
      await page.reload();
      await fill(person, ofApp);
      await page.getByRole("alert").getByText(LOGIN_FAILED, { exact: true }).waitFor();
    }
    await pages.assertFocused(password);
    await assertAccessible(page, "one form, failed");
    await pages.assertFitsPhone(page, "one form, failed");
  });

  await t.test("what was typed stays, except the code, which takes the next try", async () => {
    await fill(cora, cora.phone.wrongCode());
    await pages.assertFocused(code);
    assert.equal(await email.inputValue(), cora.email);
    assert.equal(await password.inputValue(), cora.password);
    assert.equal(await code.inputValue(), "");
  });

  await t.test("what is no code is said beside the field", async () => {
    await code.fill("12");
    await page.keyboard.press("Enter");
    await code.and(page.locator("[aria-invalid=true]")).waitFor();
    await pages.assertFocused(code);
    assert.equal(await page.getByRole("alert").innerText(), "");
    await assertAccessible(page, "one form, malformed");
  });

  await t.test("a keyboard is enough", async () => {
    await pages.typePasswordByKeyboard(page, cora);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await pages.assertFocused(code);
    await page.keyboard.type(await cora.phone.code());
    await page.keyboard.press("Enter");
    await pages.heading(page, "My security");
    await pages.signOut(page, cora.displayName);
  });

  await t.test("a recovery code does as well", async () => {
    await fill(cora, cora.recoveryCodes[0].toLowerCase());
    await pages.heading(page, "My security");
    await page.getByText("9 of 10 left").waitFor();
    await pages.signOut(page, cora.displayName);
  });

  await t.test("who has no second factor leaves the field empty", async () => {
    await fill(bob, "");
    await pages.heading(page, "My security");
    await pages.signOut(page, bob.displayName);
  });

  await t.test("step by step, the field is gone", async () => {
    await administrator.changePolicy({ loginStyle: "twoStep" });
    await page.reload();
    await pages.heading(page, "Sign in");
    assert.equal(await code.count(), 0);
    await pages.signInWithCode(page, cora, await cora.phone.code());
  });
});
