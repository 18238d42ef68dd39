// Turning the second factor off takes the password and a code.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("turning two-factor authentication off", async (t) => {
  const stage = await setStage(t);
  const dora = await stage.memberWithPhone("Dora");
  const { page } = await stage.openPage();
  await pages.signInWithCode(page, dora, await dora.phone.code());
  const dialog = page.getByRole("dialog", { name: "Turn off two-factor authentication?" });
  const turnOff = dialog.getByRole("button", { name: "Turn off" });

  await t.test("the dialog warns, and can be left as it was entered", async () => {
    const opener = page.getByRole("button", { name: "Turn off…" });
    await opener.click();
    await dialog.getByText("Your password alone will open your account.").waitFor();
    await assertAccessible(page, "turn off");
    await assertLooks(page, "turn off");
    await pages.assertFitsPhone(page, "turn off");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    assert.equal(await opener.evaluate((button) => button === document.activeElement), true);
  });

  await t.test("the only authenticator is not removed for less", async () => {
    const remover = page.getByRole("button", { name: "Remove Phone" });
    await remover.click();
    await dialog.getByText("This is your only authenticator: it cannot be removed by itself.").waitFor();
    await turnOff.click();
    await dialog.getByText("Please fill this in.").waitFor();
    await pages.assertFocused(dialog.getByLabel("Password", { exact: true }));
    await assertAccessible(page, "remove the only authenticator");
    await dialog.getByRole("button", { name: "Keep it on" }).click();
    await dialog.waitFor({ state: "detached" });
    await pages.assertFocused(remover);
  });

  await t.test("neither password nor code alone will do", async () => {
    await page.getByRole("button", { name: "Remove Phone" }).click();
    await dialog.getByLabel("Password", { exact: true }).fill(dora.password);
    await turnOff.click();
    await dialog.getByText("This is not a whole code.").waitFor();
    await pages.assertFocused(pages.codeField(dialog));
    await page.keyboard.type(dora.phone.wrongCode());
    await turnOff.click();
    await dialog.getByRole("alert").getByText("The password or the code is not right.").waitFor();
  });

  await t.test("both together turn it off", async () => {
    await pages.codeField(dialog).click();
    await page.keyboard.type(await dora.phone.code());
    await turnOff.click();
    await pages.heading(page, "Two-factor authentication is off");
    await pages.assertFocused(page.getByRole("heading", { name: "Two-factor authentication is off" }));
    await page.getByText("You have no authenticator app set up.").waitFor();
    assert.equal(await page.getByRole("region", { name: "Recovery codes" }).count(), 0);
    await page.getByRole("link", { name: "Set it up" }).waitFor();
    await assertAccessible(page, "security, off");
    await assertLooks(page, "security, off");
  });

  await t.test("the password alone signs in again", async () => {
    await pages.signOut(page, dora.displayName);
    await pages.signIn(page, dora);
  });
});
