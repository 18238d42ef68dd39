// A second factor is rolled out: planned with its consequences in view, saved, and felt by those whom it concerns.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const DAY_MS = 86_400_000;
const momentIn = (days) => new Date(Date.now() + days * DAY_MS).toISOString();

test("a roll-out", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const { phone } = await administrator.enroll();
  const mara = await stage.member("Mara", ["manager"]);
  const gus = await stage.member("Gus");
  const { page } = await stage.openPage();
  await pages.signInWithCode(page, stage.credentials, await phone.code());

  const preview = page.getByRole("region", { name: "What it does" });
  const numbers = preview.getByRole("table");
  const phases = page.getByRole("list", { name: "Phases", exact: true }).getByRole("listitem");
  const timeline = page.getByRole("list", { name: "Phases by date" }).getByRole("listitem");
  const dialog = page.getByRole("dialog");

  /** Waits until the chart has these numbers: ready, reminded, to set up, blocked, not asked. */
  async function assertCounts(who, ...counts) {
    await numbers.getByRole("row", { name: [who, ...counts].join(" "), exact: true }).waitFor();
  }

  await t.test("the policy as it is shows what it does", async () => {
    await page.getByRole("link", { name: "Policy" }).click();
    await preview.getByText("With the policy as it is.").waitFor();
    await assertCounts("Everyone", 1, 2, 0, 0, 0);
    await assertAccessible(page, "policy, optional");
    await pages.assertFitsPhone(page, "policy, optional");
  });

  await t.test("a preset fills the form in, and saves nothing", async () => {
    const opener = page.getByRole("button", { name: "Start from a preset…" });
    await opener.click();
    await pages.assertInSight(dialog.getByRole("button", { name: "Fill in" }));
    await pages.assertInSightOnPhone(dialog.getByRole("button", { name: "Fill in" }));
    await dialog.getByRole("radio", { name: "One form" }).check();
    await assertAccessible(page, "presets");
    await assertLooks(page, "presets");
    await pages.assertFitsPhone(page, "presets");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await pages.assertFocused(opener);
    await opener.click();
    await dialog.getByRole("radio", { name: "One form" }).check();
    await dialog.getByRole("button", { name: "Fill in" }).click();
    await page.getByRole("status").getByText("One form is filled in. Nothing is saved yet.").waitFor();
    await page.getByRole("radio", { name: "In one form" }).and(page.locator(":checked")).waitFor();
    await page.getByRole("button", { name: "Discard changes" }).click();
    await page.getByRole("radio", { name: "Step by step" }).and(page.locator(":checked")).waitFor();
  });

  await t.test("the recommended roll-out is one click, and shows what it would do", async () => {
    await page.getByRole("button", { name: "Use the recommended roll-out" }).click();
    await pages.assertFocused(page.getByRole("heading", { name: "What it does" }));
    assert.equal(await phases.count(), 4);
    assert.match(await timeline.last().innerText(), /^everyone\s+from .*, 7 days to set it up, deadline /i);
    await assertCounts("Everyone", 1, 2, 0, 0, 0);
    await preview.getByText("With your changes, which are not saved yet.").waitFor();
    await assertAccessible(page, "policy, roll-out");
    await assertLooks(page, "policy, roll-out");
    await pages.assertFitsPhone(page, "policy, roll-out");
  });

  await t.test("another day shows those who are late, each with a way to their page", async () => {
    await preview.getByLabel("Look at another day").fill(momentIn(40).slice(0, 10));
    await preview.getByRole("heading", { name: /^At the end of / }).waitFor();
    await preview.getByText("Who: 2 people").click();
    await preview.getByRole("listitem").filter({ hasText: "Gus" }).getByText("Must set up").waitFor();
    assert.match(await preview.getByRole("link", { name: "Mara" }).getAttribute("href"), /^\/admin\/users\/[\w-]+$/);
    await assertCounts("Everyone", 1, 0, 2, 0, 0);
    await assertAccessible(page, "policy, another day");
    await pages.assertFitsPhone(page, "policy, another day");
    await preview.getByRole("button", { name: "Now" }).click();
    await preview.getByRole("heading", { name: "Right now" }).waitFor();
  });

  await t.test("phases are changed, and what is wrong with them is said", async () => {
    await phases.nth(2).getByLabel("Grace days").fill("91");
    await phases.nth(2).getByText("A whole number from 0 to 90.").waitFor();
    await preview.getByText("Correct what is marked").waitFor();
    await page.getByRole("button", { name: "Save policy" }).click();
    await page.getByText("Not saved yet: correct what is marked first").waitFor();
    await pages.assertFocused(phases.nth(2).getByLabel("Grace days"));
    await assertAccessible(page, "policy, wrong phase");
    await pages.assertFitsPhone(page, "policy, wrong phase");
    await phases.nth(2).getByLabel("Grace days").fill("5");
    await page.getByRole("button", { name: "Add a phase" }).click();
    await pages.assertFocused(phases.nth(4).getByLabel("For", { exact: true }));
    await phases.nth(4).getByLabel("For", { exact: true }).selectOption({ label: "Manager" });
    await phases.nth(4).getByText("There is a phase for them already.").waitFor();
    await phases.nth(4).getByRole("button", { name: "Remove phase 5" }).click();
    assert.equal(await phases.count(), 4);
  });

  await t.test("blocking those who are late is told with what is lost by it", async () => {
    await page.getByRole("radio", { name: "Block the sign-in" }).check();
    await page.getByRole("button", { name: "Save policy" }).click();
    await dialog.getByText("locked out until an administrator helps").waitFor();
    await dialog.getByText("2 people cannot sign in").waitFor();
    await dialog.getByRole("button", { name: "Save all the same" }).waitFor();
    await assertAccessible(page, "review, blocking");
    await dialog.getByRole("button", { name: "Keep editing" }).click();
    await pages.assertFocused(page.getByRole("button", { name: "Save policy" }));
    await page.getByRole("radio", { name: "Set it up at sign-in" }).check();
  });

  await t.test("before it is saved, each change is told as it was and as it will be", async () => {
    await page.getByRole("button", { name: "Save policy" }).click();
    const changes = dialog.getByRole("region", { name: "What changes" });
    assert.match(await changes.getByRole("listitem").first().innerText(), /Optional[\s\S]*becomes[\s\S]*Required/);
    await changes.getByText(/^The role Manager from .*, with 5 days to set it up$/).waitFor();
    await dialog.getByText("2 people must set up a second factor at the next sign-in").waitFor();
    await assertAccessible(page, "review");
    await assertLooks(page, "review");
    await pages.assertFitsPhone(page, "review");
    await dialog.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("status").getByText("The policy is saved.").waitFor();
    await page.reload();
    await page.getByRole("radio", { name: "Required" }).and(page.locator(":checked")).waitFor();
    assert.equal(await phases.nth(2).getByLabel("Grace days").inputValue(), "5");
  });

  await t.test("whom a later phase concerns signs in as before, and can read what is to come", async () => {
    const { page: hers } = await stage.openPage();
    await pages.signIn(hers, mara);
    await hers.getByText(/A second factor will be required of the role Manager from .* on; it has to be set up by .* at .*\./).waitFor();
    await assertAccessible(hers, "security, before a phase");
  });

  await t.test("within the grace period, a notice names the deadline", async () => {
    const phase = { everyone: true, startsAt: momentIn(-1), graceDays: 7 };
    await administrator.changePolicy({ newUsers: "grace", phases: [phase] });
    const { page: his } = await stage.openPage();
    await pages.signIn(his, gus);
    const notice = his.getByRole("complementary", { name: "Notices" });
    const deadline = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date(momentIn(7)));
    const summary = his.getByRole("region", { name: "Two-factor authentication is off" });
    await summary.getByText(`until ${deadline} at `).waitFor();
    await summary.getByText("and after that it has to be set up at the next sign-in").waitFor();
    assert.equal(await notice.count(), 0, "nothing is said twice");
    await assertAccessible(his, "security, within the grace period");
    await assertLooks(his, "security, within the grace period");
    await pages.assertFitsPhone(his, "security, within the grace period");
    await his.goto("/account");
    await notice.getByText(`by ${deadline} at `).waitFor();
  });

  await t.test("past the deadline, the set-up at sign-in says by when it was due", async () => {
    const ivo = await stage.member("Ivo");
    const phase = { everyone: true, startsAt: momentIn(-1), graceDays: 0 };
    await administrator.changePolicy({ phases: [phase] });
    const { page: his } = await stage.openPage();
    await pages.typePassword(his, ivo);
    await pages.heading(his, "Choose your second factor");
    await his.getByText(/the time to set it up later ended on/).waitFor();
    await assertAccessible(his, "set-up, overdue");
  });

  await t.test("or the sign-in is blocked, and the page says who can help", async () => {
    const uma = await stage.member("Uma");
    await administrator.changePolicy({ afterGrace: "block" });
    const { page: hers } = await stage.openPage();
    await pages.typePassword(hers, uma);
    await pages.heading(hers, "Your sign-in is blocked");
    await hers.getByText("Please ask your administrator").waitFor();
    await assertAccessible(hers, "blocked");
    await assertLooks(hers, "blocked");
    await pages.assertFitsPhone(hers, "blocked");
    await hers.getByRole("button", { name: "Back to sign-in" }).click();
    await pages.heading(hers, "Sign in");
  });
});
