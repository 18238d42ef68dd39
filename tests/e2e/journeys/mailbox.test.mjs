// The mail of a development service, read in the browser.
import { test } from "node:test";
import { assertStyledAccessibly } from "../support/axe.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("the mailbox of a development service", async (t) => {
  const stage = await setStage(t);
  const { page, context } = await stage.openPage();
  let mailbox;

  await t.test("every page leads to it", async () => {
    await page.goto("/forgot-password");
    const link = page.getByRole("complementary", { name: "Development" }).getByRole("link");
    [mailbox] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await mailbox.getByText("Nothing was mailed yet.").waitFor();
    await assertStyledAccessibly(mailbox, "mailbox, empty");
  });

  await t.test("a mail in it is read, and its link followed", async () => {
    await page.getByLabel("Email").fill(stage.credentials.email);
    await page.getByRole("button", { name: "Send the link" }).click();
    await stage.mailbox.link(stage.credentials.email, "/reset-password");
    await mailbox.getByRole("link", { name: "Look again" }).click();
    await assertStyledAccessibly(mailbox, "mailbox");
    await pages.assertFitsPhone(mailbox, "mailbox");
    await mailbox.getByRole("link", { name: /password/i }).click();
    await mailbox
      .getByRole("link", { name: /password/i })
      .first()
      .click();
    await pages.heading(mailbox, "Choose a new password");
  });
});
