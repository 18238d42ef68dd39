// A browser that is trusted is not asked for the second factor, until it is trusted no more.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("trusting a browser", async (t) => {
  const stage = await setStage(t);
  const lea = await stage.memberWithPhone("Lea");
  const { page } = await stage.openPage();
  const trust = page.getByRole("checkbox", { name: "Do not ask again on this browser for 30 days" });
  const section = page.getByRole("region", { name: "Trusted browsers" });

  await t.test("nobody is offered it before the policy allows it", async () => {
    await pages.typePassword(page, lea);
    await pages.codeField(page).waitFor();
    assert.equal(await trust.count(), 0);
    await pages.typeCode(page, await lea.phone.code());
    await pages.heading(page, "My security");
    await page.getByRole("region", { name: "Recent activity" }).getByText("Signed in").first().waitFor();
    assert.equal(await section.count(), 0);
    await pages.signOut(page, lea.displayName);
  });

  await t.test("the policy sets for how many days", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, stage.credentials);
    await hers.getByRole("link", { name: "Policy" }).click();
    const days = hers.getByLabel("Trust browsers for (days)");
    await days.fill("31");
    await hers.getByText("A whole number from 0 to 30.").waitFor();
    await days.fill("30");
    await hers.getByRole("checkbox", { name: "Codes by email may be turned on" }).uncheck();
    await assertAccessible(hers, "policy, trusted browsers");
    await pages.assertFitsPhone(hers, "policy, trusted browsers");
    await hers.getByRole("button", { name: "Save policy" }).click();
    const review = hers.getByRole("dialog", { name: "Save these changes?" });
    await review.getByText("Trusted browsers").waitFor();
    await review.getByText("For 30 days").waitFor();
    await review.getByText("Who has turned codes by email on is asked for none any more.").waitFor();
    await assertAccessible(hers, "policy, review of trusted browsers");
    await review.getByRole("button", { name: "Save all the same" }).click();
    await hers.getByRole("status").getByText("The policy is saved.").waitFor();
  });

  await t.test("then a sign-in offers it, and does nothing unasked", async () => {
    await pages.typePassword(page, lea);
    assert.equal(await trust.isChecked(), false);
    await assertAccessible(page, "challenge, trust offered");
    await assertLooks(page, "challenge, trust offered");
    await pages.assertFitsPhone(page, "challenge, trust offered");
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").waitFor();
    assert.equal(await trust.count(), 0);
    await page.getByRole("button", { name: "Use a code from your authenticator app instead" }).click();
    await trust.check();
    await pages.typeCode(page, await lea.phone.code());
    await pages.heading(page, "My security");
  });

  await t.test("the next one takes the password alone", async () => {
    await pages.signOut(page, lea.displayName);
    await pages.signIn(page, lea);
    await section.getByText("This browser").waitFor();
    await section.getByText(/last used .*, until /).waitFor();
    await assertAccessible(page, "security, trusted browsers");
    await assertLooks(page, "security, trusted browsers");
    await pages.assertFitsPhone(page, "security, trusted browsers");
  });

  await t.test("another browser is asked", async () => {
    const { page: other } = await stage.openPage();
    await pages.typePassword(other, lea);
    await pages.heading(other, "Confirm that it is you");
  });

  await t.test("it is trusted no more, after a second factor", async () => {
    await section.getByRole("button", { name: /^Remove .*, this browser$/ }).click();
    const stepUp = page.getByRole("dialog", { name: "Confirm that it is you" });
    await stepUp.waitFor();
    assert.equal(await trust.count(), 0);
    await pages.typeCode(page, await lea.phone.code());
    await stepUp.waitFor({ state: "detached" });
    await section.getByText("None: each sign-in asks for your second factor.").waitFor();
    await pages.assertFocused(section.getByRole("heading", { name: "Trusted browsers" }));
    await assertAccessible(page, "security, no trusted browsers");
    await pages.signOut(page, lea.displayName);
    await pages.typePassword(page, lea);
    await pages.heading(page, "Confirm that it is you");
  });
});
