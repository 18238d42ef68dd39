// People who come from another system: their file is checked, they are imported, and sign in with the authenticator that they have.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { Phone } from "../support/phone.mjs";
import { setStage } from "../support/stage.mjs";

const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const PASSWORD = "words that grace has chosen since";

function file(...rows) {
  const text = rows.map((row) => (typeof row === "string" ? row : JSON.stringify(row))).join("\n");
  return { name: "people.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(text) };
}

const grace = {
  email: "grace@example.org",
  displayName: "Grace Hopper",
  authenticators: [{ name: "Old phone", secret: SECRET }],
};
const ivo = { email: "ivo@example.org", displayName: "Ivo" };

test("importing people", async (t) => {
  const stage = await setStage(t);
  const { phone } = await (await stage.administrator()).enroll();
  const { page } = await stage.openPage();
  const dialog = page.getByRole("dialog");
  await pages.signInWithCode(page, stage.credentials, await phone.code());
  await page.getByRole("link", { name: "Users" }).click();

  await t.test("a file is checked before anybody is imported", async () => {
    await page.getByRole("button", { name: "Import people" }).click();
    await pages.assertFocused(dialog.getByLabel("File"));
    await dialog.getByRole("button", { name: "Check the file" }).click();
    await dialog.getByText("Choose a file first.").waitFor();
    await assertAccessible(page, "import");
    await assertLooks(page, "import");
    await pages.assertFitsPhone(page, "import");

    const downloading = page.waitForEvent("download");
    await dialog.getByRole("link", { name: "Download an example" }).click();
    await dialog.getByLabel("File").setInputFiles(await (await downloading).path());
    await dialog.getByRole("button", { name: "Check the file" }).click();
    await dialog.getByText("2 people can be imported, 1 of them with a second factor.").waitFor();
    await dialog.getByRole("button", { name: "Take another file" }).click();

    await dialog.getByLabel("File").setInputFiles(file(grace, "{", ivo, grace));
    await dialog.getByRole("button", { name: "Check the file" }).click();
    await dialog.getByText("2 people can be imported, 1 of them with a second factor.").waitFor();
    await dialog.getByText("2 lines are not right: see below.").waitFor();
    const rows = dialog.getByRole("row");
    await rows.filter({ hasText: "This is not one JSON object." }).waitFor();
    await rows.filter({ hasText: "An earlier line has this address. (email)" }).waitFor();
    await assertAccessible(page, "checked import");
    await pages.assertFitsPhone(page, "checked import");
  });

  await t.test("who is right is imported, whatever is wrong beside them", async () => {
    await dialog.getByRole("button", { name: "Import 2 people" }).click();
    await pages.heading(page, "The import is finished");
    await dialog.getByText("2 people are imported, 1 of them with a second factor.").waitFor();
    await assertAccessible(page, "finished import");
    await assertLooks(page, "finished import");
    await pages.assertFitsPhone(page, "finished import");
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("status").getByText("2 people are imported.").waitFor();
    await page.getByRole("link", { name: "Grace Hopper" }).click();
    await page.getByText("An imported authenticator, not used here yet").waitFor();
    await assertAccessible(page, "an imported user");
    await pages.assertFitsPhone(page, "an imported user");
  });

  await t.test("nobody has invited them, so that there is no invitation to revoke", async () => {
    await page.getByText("Mails a link to grace@example.org.").waitFor();
    assert.equal(await page.getByText("Revoke").count(), 0);
    await page.getByRole("button", { name: "Remove account…" }).click();
    await pages.heading(page, "Remove the account of grace@example.org?");
    const loss = "The account and its imported second factor are deleted. Only another import brings them back.";
    await dialog.getByText(loss).waitFor();
    await assertAccessible(page, "removal of an imported user");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await t.test("the same file imports nobody twice", async () => {
    await page.getByRole("link", { name: "Users", exact: true }).click();
    await page.getByRole("button", { name: "Import people" }).click();
    await dialog.getByLabel("File").setInputFiles(file(grace, ivo));
    await dialog.getByRole("button", { name: "Check the file" }).click();
    await dialog.getByText("2 people are here already and stay as they are.").waitFor();
    assert.equal(await dialog.getByRole("button", { name: /^Import/ }).count(), 0);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  });

  await t.test("who has not come yet is removed, and told apart from those who lose a second factor", async () => {
    await page.getByRole("link", { name: "Ivo" }).click();
    await page.getByRole("button", { name: "Remove account…" }).click();
    await dialog.getByText("The account is deleted. The address can be imported or invited again.").waitFor();
    await dialog.getByRole("button", { name: "Remove account" }).click();
    await page.getByRole("status").getByText("The account of ivo@example.org is removed.").waitFor();
  });

  await t.test("they sign in with the authenticator that they have", async () => {
    const { page: hers } = await stage.openPage();
    await hers.goto("/");
    await hers.getByLabel("Email").fill(grace.email);
    await hers.getByRole("link", { name: "Forgot your password?" }).click();
    await hers.getByRole("button", { name: "Send the link" }).click();
    await hers.goto(await stage.mailbox.link(grace.email, "/reset-password"));
    await hers.getByLabel("New password").fill(PASSWORD);
    await hers.getByRole("button", { name: "Change password" }).click();
    await hers.getByRole("status").getByText("Your password is changed. Sign in with it.").waitFor();
    const old = new Phone(`otpauth://totp/Grace?secret=${SECRET}`);
    await pages.signInWithCode(hers, { email: grace.email, password: PASSWORD }, await old.code());
    await hers.getByText("Old phone", { exact: true }).waitFor();
    assert.equal(await hers.getByText("Imported, not used here yet").count(), 0);
  });
});
