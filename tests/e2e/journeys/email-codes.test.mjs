// Codes by email at sign-in, for those who have no authenticator yet.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("codes by email at sign-in", async (t) => {
  const stage = await setStage(t);
  const mia = await stage.member("Mia");
  const { page } = await stage.openPage();
  const section = page.getByRole("region", { name: "Codes by email when signing in" });
  const choice = section.getByRole("switch", { name: "Ask me for a code by email" });

  await t.test("the address has to be confirmed first", async () => {
    await pages.signIn(page, mia);
    await section.getByText(`First confirm that ${mia.email} is yours`).waitFor();
    assert.equal(await choice.count(), 0);
    await assertAccessible(page, "security, address not confirmed");
    await pages.assertFitsPhone(page, "security, address not confirmed");
  });

  await t.test("then they are turned on", async () => {
    await stage.proveAddress(mia);
    await page.reload();
    await choice.check();
    await page.getByRole("status").getByText("Codes by email are on").waitFor();
    await page.reload();
    await pages.heading(page, "Codes by email when signing in");
    assert.equal(await choice.isChecked(), true);
    await assertAccessible(page, "security, codes by email");
    await assertLooks(page, "security, codes by email");
    await pages.assertFitsPhone(page, "security, codes by email");
  });

  await t.test("after the password a code is mailed, once", async () => {
    await pages.signOut(page, mia.displayName);
    const asked = [];
    page.on("request", (request) => request.url().endsWith("/email") && asked.push(request.url()));
    await pages.typePassword(page, mia);
    await pages.heading(page, "Confirm that it is you");
    await page.getByRole("status").getByText("Enter the eight-digit code that we mailed to m…@example.org.").waitFor();
    await pages.assertFocused(page.getByRole("textbox", { name: "Code from the mail" }));
    await page.getByText(/You can have it sent again in 0:\d\d/).waitFor();
    assert.equal(asked.length, 1);
    await assertAccessible(page, "challenge, code by email");
    await assertLooks(page, "challenge, code by email");
    await pages.assertFitsPhone(page, "challenge, code by email");
  });

  await t.test("a wrong code says how many tries are left, and the right one signs in", async () => {
    const code = await stage.mailbox.code(mia.email);
    await pages.typeCode(page, code === "00000000" ? "11111111" : "00000000");
    await page.getByRole("alert").getByText("That code is not right. 4 tries left.").waitFor();
    await assertAccessible(page, "challenge, wrong code by email");
    await pages.typeCode(page, code);
    await pages.heading(page, "My security");
  });

  await t.test("an authenticator takes their place", async () => {
    await page.getByRole("link", { name: "Set it up" }).click();
    await pages.chooseApp(page);
    const phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
    await section.getByText("You have a second factor: it is asked for, and no codes are mailed.").waitFor();
    await assertAccessible(page, "security, codes by email superseded");
    await pages.assertFitsPhone(page, "security, codes by email superseded");

    await pages.signOut(page, mia.displayName);
    await pages.typePassword(page, mia);
    await page.getByText("Enter the six-digit code that your authenticator app shows").waitFor();
    assert.equal(await page.getByRole("button", { name: /email/ }).count(), 0);
    await pages.typeCode(page, await phone.code());
    await pages.heading(page, "My security");
  });

  await t.test("whoever asks for too many is told when the next one can be had", async () => {
    const noa = await stage.memberWithEmailCodes("Noa");
    const { page: hers } = await stage.openPage();
    for (let mails = 0; mails < 3; mails++) {
      await pages.typePassword(hers, noa);
      await hers.getByText("that we mailed to n…@example.org.").waitFor();
    }
    await pages.typePassword(hers, noa);
    await hers.getByRole("alert").getByText(/^Too many codes were mailed to you.* You can get the next one in (1\d minutes){2}: start again then\.$/).waitFor();
    assert.equal(await hers.getByRole("textbox", { name: "Code from the mail" }).count(), 0);
    await assertAccessible(hers, "challenge, too many mails");
    await pages.assertFitsPhone(hers, "challenge, too many mails");
    await hers.getByRole("button", { name: "Back to sign-in" }).click();
    await pages.heading(hers, "Sign in");
  });

  await t.test("where a second factor is required, the code leads to its set-up", async () => {
    const omar = await stage.memberWithEmailCodes("Omar");
    const administrator = await stage.administrator();
    await administrator.enroll();
    await administrator.setMode("required");
    const { page: his } = await stage.openPage();
    await pages.typePassword(his, omar);
    await his.getByText("that we mailed to o…@example.org.").waitFor();
    await pages.typeCode(his, await stage.mailbox.code(omar.email));
    await his.getByText(/^Your organization requires two-factor authentication/).waitFor();
    await pages.chooseApp(his);
  });
});
