// Finding people, and changing many of them at once.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const inDays = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test("many users at once", async (t) => {
  const stage = await setStage(t);
  const fay = await stage.memberWithPhone("Fay");
  await stage.member("Gus");
  await stage.member("Gudrun");
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const dialog = (name) => page.getByRole("dialog", { name });
  const tick = (name) => page.getByRole("checkbox", { name: `Select ${name}` }).check();
  await pages.signIn(page, stage.credentials);
  await enroll();

  async function enroll() {
    await page.goto("/security/authenticators/new");
    const phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "Two-factor authentication is on");
  }

  await t.test("people are found by a part of their name, and the address keeps it", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await pages.heading(page, "4 users");
    await page.getByLabel("Search").pressSequentially("gu");
    await pages.heading(page, "2 users");
    assert.equal(new URL(page.url()).searchParams.get("q"), "gu");
    await pages.assertFocused(page.getByLabel("Search"));
    await page.reload();
    await pages.heading(page, "2 users");
    await page.getByLabel("Role").selectOption({ label: "Administrator" });
    await page.getByText("No users match these filters.").waitFor();
    await assertAccessible(page, "nobody found");
    await pages.assertFitsPhone(page, "nobody found");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await pages.heading(page, "4 users");
    assert.equal(new URL(page.url()).search, "");
    assert.equal(await page.getByLabel("Search").inputValue(), "");
  });

  await t.test("on a phone the filters lie behind a button, and what to do with the ticked at the lower edge", async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 375, height: 740 });
    const filters = page.getByRole("button", { name: /^Filters/ });
    const role = page.getByLabel("Role");
    assert.equal(await filters.getAttribute("aria-expanded"), "false");
    assert.equal(await role.isVisible(), false);
    assert.equal(await page.getByRole("button", { name: "Reset…" }).isVisible(), false, "nobody is ticked");
    await filters.press("Enter");
    await role.selectOption({ label: "Administrator" });
    await page.getByRole("button", { name: "Filters (1)", expanded: true }).waitFor();
    await assertAccessible(page, "filters on a phone");
    await page.getByRole("button", { name: "Clear filters" }).click();
    await filters.click();
    await pages.heading(page, "4 users");

    const top = () =>
      page.getByRole("link", { name: "Gus" }).evaluate((link) => link.getBoundingClientRect().top + scrollY);
    const before = await top();
    await tick("Gus");
    await pages.assertInSight(page.getByRole("button", { name: "Reset…" }));
    assert.equal(await top(), before, "ticking moves nothing");
    await assertAccessible(page, "somebody ticked on a phone");
    await page.getByRole("checkbox", { name: "Select Gus" }).uncheck();
    await page.setViewportSize(size);
  });

  await t.test("what is going to happen is said with how many people it concerns", async () => {
    await tick("Fay");
    await tick("Gus");
    await tick(await ownName());
    await page.getByText("3 selected").waitFor();
    await assertAccessible(page, "users, some selected");
    await assertLooks(page, "users, some selected");
    await pages.assertFitsPhone(page, "users, some selected");
    await page.getByRole("button", { name: "Remind by email…" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText("3 selected").waitFor();
    await page.getByRole("button", { name: "Reset…" }).click();
    await dialog("Reset the second factor of 3 people?").waitFor();
    await assertAccessible(page, "reset many");
    await pages.assertFitsPhone(page, "reset many");
  });

  async function ownName() {
    const own = page.getByRole("row").filter({ hasText: stage.credentials.email });
    return own.getByRole("link").innerText();
  }

  await t.test("each result is told, and the codes are guarded", async () => {
    const asking = dialog("Reset the second factor of 3 people?");
    await asking.getByLabel("On video").check();
    await asking.getByLabel("Reason").fill("Their phones were stolen.");
    await asking.getByRole("button", { name: "Reset 3 people" }).click();
    const told = dialog("Finished");
    await told.getByText("2 done, 1 refused.").waitFor();
    const result = (email) => told.getByRole("listitem").filter({ hasText: email });
    await result(stage.credentials.email).getByText("Nobody resets themselves").waitFor();
    const code = await result(fay.email).getByRole("code").innerText();
    await assertAccessible(page, "results of a reset");
    await assertLooks(page, "results of a reset");
    await pages.assertFitsPhone(page, "results of a reset");

    await page.keyboard.press("Escape");
    await assertAccessible(page, "leaving the codes");
    await dialog("Close without the codes?").getByRole("button", { name: "Stay here" }).click();
    const downloading = page.waitForEvent("download");
    await told.getByRole("link", { name: "Download as CSV" }).click();
    const text = await readFile(await (await downloading).path(), "utf8");
    assert.match(text, new RegExp(`^user,reset code,good until\r\n.*${fay.email},${code},`, "s"));
    await told.getByRole("button", { name: "I have them" }).click();
    await told.waitFor({ state: "detached" });
    await row("Fay").getByText("Reset: waiting for the code").waitFor();

    const { page: hers } = await stage.openPage();
    await pages.typePassword(hers, fay);
    await hers.getByLabel("Code from your administrator").fill(code);
    await hers.keyboard.press("Enter");
    await pages.chooseApp(hers);
  });

  await t.test("everybody who fits the filter gets more time", async () => {
    await pages.heading(page, "4 users");
    await page.getByLabel("2FA status").selectOption({ label: "Off" });
    await pages.heading(page, "3 users");
    await page.getByRole("checkbox", { name: "Select all shown" }).check();
    await page.getByRole("button", { name: "Extend deadline…" }).click();
    const asking = dialog("Extend the deadline of 3 people?");
    await asking.getByLabel("Deadline", { exact: true }).fill(inDays(30));
    await asking.getByLabel("Reason").fill("Phones are on their way.");
    await assertAccessible(page, "extend many");
    await pages.assertFitsPhone(page, "extend many");
    await asking.getByRole("button", { name: "Extend for 3 people" }).click();
    await dialog("Finished").getByText("3 done.").waitFor();
    await assertAccessible(page, "results of an extension");
    await dialog("Finished").getByRole("button", { name: "Close" }).click();
    await page.getByText("Select all shown").waitFor();
  });

  await t.test("one person's deadline is set, and told", async () => {
    await page.goto("/admin/policy");
    await page.getByRole("radio", { name: "Required", exact: true }).check();
    await pages.savePolicy(page);
    await page.getByRole("status").getByText("The policy is saved.").waitFor();
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("link", { name: "Gus" }).click();
    await pages.heading(page, "Requirement");
    await assertAccessible(page, "a user with a deadline");
    await pages.assertFitsPhone(page, "a user with a deadline");
    await page.getByRole("button", { name: "Set deadline…" }).click();
    const asking = dialog("Set a deadline for Gus");
    await asking.getByLabel("Deadline", { exact: true }).fill(inDays(60));
    await asking.getByLabel("Reason").fill("On leave.");
    await assertAccessible(page, "set a deadline");
    await pages.assertFitsPhone(page, "set a deadline");
    await asking.getByRole("button", { name: "Set the deadline" }).click();
    await page.getByRole("status").getByText("The deadline of Gus is").waitFor();
    await page.getByRole("link", { name: "All users" }).click();
    await row("Gus").getByText(/^due /).waitFor();
    await page.getByRole("link", { name: "Audit log" }).click();
    await row("Deadline for a second factor set").first().waitFor();
  });
});
