// Reminding people by email of the second factor that they have not set up.
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("reminding people by email", async (t) => {
  const stage = await setStage(t);
  await stage.memberWithPhone("Fay");
  const gus = await stage.member("Gus");
  const ivy = await stage.member("Ivy");
  const { page } = await stage.openPage();
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  const dialog = (name) => page.getByRole("dialog", { name });
  await pages.signIn(page, stage.credentials);

  await t.test("many at once, and each result is told", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await pages.heading(page, "4 users");
    for (const name of ["Fay", "Gus"]) await page.getByRole("checkbox", { name: `Select ${name}` }).check();
    await assertAccessible(page, "users, two selected");
    await pages.assertFitsPhone(page, "users, two selected");
    await page.getByRole("button", { name: "Remind by email…" }).click();
    const asking = dialog("Remind 2 people by email?");
    await assertAccessible(page, "remind many");
    await pages.assertFitsPhone(page, "remind many");
    await asking.getByRole("button", { name: "Remind 2 people" }).click();
    const told = dialog("Finished");
    await told.getByText("1 done, 1 left out.").waitFor();
    const result = (name) => told.getByRole("listitem").filter({ hasText: name });
    await result("fay@").getByText("They have a second factor already, or cannot sign in.").waitFor();
    await result("gus@").getByText("Reminded", { exact: true }).waitFor();
    await assertAccessible(page, "results of reminders");
    await pages.assertFitsPhone(page, "results of reminders");
    await told.getByRole("button", { name: "Close" }).click();
    await stage.mailbox.text(gus.email);
  });

  await t.test("not again within the hour", async () => {
    await page.getByRole("link", { name: "Gus" }).click();
    await pages.heading(page, "Second factor");
    await page.getByRole("button", { name: "Remind by email…" }).click();
    await dialog("Remind Gus by email?").getByRole("button", { name: "Remind" }).click();
    await page.getByRole("alert").getByText("Reminded within the last hour already.").waitFor();
    await assertAccessible(page, "reminded already");
    await page.keyboard.press("Escape");
    await dialog("Remind Gus by email?").waitFor({ state: "detached" });
  });

  await t.test("one person alone, from their page", async () => {
    await page.getByRole("link", { name: "All users" }).click();
    await row("Ivy").getByRole("link").click();
    await pages.heading(page, "Ivy");
    await page.getByRole("button", { name: "Remind by email…" }).click();
    await assertAccessible(page, "remind one");
    await pages.assertFitsPhone(page, "remind one");
    await dialog("Remind Ivy by email?").getByRole("button", { name: "Remind" }).click();
    await page.getByRole("status").getByText("Ivy is reminded by email.").waitFor();
    await stage.mailbox.text(ivy.email);
    await assertAccessible(page, "a user, reminded");
  });

  await t.test("nobody is reminded of what they have", async () => {
    await page.getByRole("link", { name: "All users" }).click();
    await page.getByRole("link", { name: "Fay" }).click();
    await pages.heading(page, "Fay");
    await page.getByRole("button", { name: "Reset…" }).waitFor();
    await page.getByRole("button", { name: "Remind by email…" }).waitFor({ state: "detached" });
  });
});
