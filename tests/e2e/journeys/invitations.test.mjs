// From an administrator's invitation to somebody who is signed in with a second factor.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("inviting people", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const { phone } = await administrator.enroll();
  await administrator.setMode("required");
  const { page } = await stage.openPage();
  const dialog = page.getByRole("dialog");
  const addresses = dialog.getByLabel("Email addresses");
  const row = (name) => page.getByRole("row").filter({ hasText: name });
  await pages.signInWithCode(page, stage.credentials, await phone.code());

  await t.test("what is typed is shown as addresses, and what is none holds it up", async () => {
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("button", { name: "Invite people" }).click();
    await pages.assertFocused(addresses);
    await addresses.fill("grace@example.org, ivo@example.org\nnobody");
    const shown = dialog.getByRole("list", { name: "Who is invited" }).getByRole("listitem");
    assert.deepEqual(await shown.allInnerTexts(), [
      "grace@example.org",
      "ivo@example.org",
      "nobody: not an address",
    ]);
    await dialog.getByRole("button", { name: "Invite 2 people" }).click();
    await dialog.getByText("“nobody” is not an email address.").waitFor();
    await pages.assertFocused(addresses);
    await assertAccessible(page, "invite");
    await assertLooks(page, "invite");
    await pages.assertFitsPhone(page, "invite");
  });

  await t.test("each has an outcome, and who was not invited comes with what to do", async () => {
    await addresses.fill(`grace@example.org; ivo@example.org ${stage.credentials.email}`);
    await dialog.getByRole("button", { name: "Invite 3 people" }).click();
    await pages.heading(page, "Not everybody is invited");
    await dialog.getByText("2 people are invited. 1 is not: see why below.").waitFor();
    const outcome = dialog.getByRole("listitem").filter({ hasText: stage.credentials.email });
    await outcome.getByText("Has an account or an invitation already.").waitFor();
    await assertAccessible(page, "invited");
    await pages.assertFitsPhone(page, "invited");
    await dialog.getByRole("button", { name: "Close" }).click();
    await page.getByRole("status").getByText("2 people are invited.").waitFor();
  });

  await t.test("who has not come yet is found by a filter", async () => {
    await page.getByLabel("Account", { exact: true }).selectOption({ label: "Invited" });
    await pages.heading(page, "2 users");
    await row("grace").getByText(/^link good until/).waitFor();
    assert.equal(new URL(page.url()).searchParams.get("account"), "invited");
    await assertAccessible(page, "users, invited");
    await assertLooks(page, "users, invited");
    await pages.assertFitsPhone(page, "users, invited");
  });

  await t.test("an invitation is sent again, and taken back", async () => {
    const first = await stage.mailbox.link("ivo@example.org", "/activate");
    await page.getByRole("link", { name: "ivo" }).click();
    await page.getByText(/^Invited, link good until/).waitFor();
    await page.getByRole("button", { name: "Send again" }).click();
    await page.getByRole("status").getByText("A new link is on its way to ivo@example.org.").waitFor();
    await assertAccessible(page, "a user who is invited");
    await assertLooks(page, "a user who is invited");
    await pages.assertFitsPhone(page, "a user who is invited");
    const second = await stage.mailbox.link("ivo@example.org", "/activate");
    const { page: his } = await stage.openPage();
    await his.goto(first);
    await pages.heading(his, "This link is no longer good");
    await assertAccessible(his, "activation, dead link");
    await pages.assertFitsPhone(his, "activation, dead link");
    await his.goto(second);
    await pages.heading(his, "Welcome to Example");

    await page.getByRole("button", { name: "Revoke invitation…" }).click();
    await assertAccessible(page, "revoke");
    await dialog.getByRole("button", { name: "Revoke invitation" }).click();
    await page.getByRole("status").getByText("The invitation of ivo@example.org is revoked.").waitFor();
    await row("grace").waitFor();
    assert.equal(await row("ivo").count(), 0);
    await his.goto("/");
    await his.goto(second);
    await pages.heading(his, "This link is no longer good");
  });

  await t.test("who is invited says a name, chooses a password, sets up a factor, and is in", async () => {
    const link = await stage.mailbox.link("grace@example.org", "/activate");
    const { page: hers } = await stage.openPage();
    await hers.goto(link);
    await pages.heading(hers, "Welcome to Example");
    await hers.getByText("grace@example.org").waitFor();
    assert.equal(new URL(hers.url()).hash, "");
    const password = hers.getByLabel("Password", { exact: true });
    await hers.getByLabel("Your name").fill("Grace Hopper");
    await password.fill("passwordpassword");
    await hers.getByText(/^Strength: (very weak|weak)\.$/).waitFor();
    await hers.getByRole("button", { name: "Activate my account" }).click();
    await password.and(hers.locator("[aria-invalid=true]")).waitFor();
    await pages.assertFocused(password);
    await assertAccessible(hers, "activation");
    await assertLooks(hers, "activation");
    await pages.assertFitsPhone(hers, "activation");
    await password.fill("lamp violin harbor seventeen");
    await hers.getByText("Strength: strong.").waitFor();
    await hers.getByRole("button", { name: "Activate my account" }).click();

    await pages.chooseApp(hers);
    await assertAccessible(hers, "activation, set-up");
    await pages.assertFitsPhone(hers, "activation, set-up");
    const her = await pages.scanIntoPhone(hers);
    await pages.typeCode(hers, await her.code());
    await pages.shownRecoveryCodes(hers);
    await pages.saveRecoveryCodes(hers);
    await pages.heading(hers, "Two-factor authentication is on");
    await hers.getByRole("button", { name: "Grace Hopper" }).waitFor();
    await hers.goto(link);
    await pages.heading(hers, "This link is no longer good");
  });

  await t.test("without the script that judges passwords, the form does its work", async () => {
    await administrator.send("POST", "/v1/users", { email: "kim@example.org", roles: ["member"] });
    const { page: theirs } = await stage.openPage();
    await theirs.route(/strength\.worker/, (route) => route.fulfill({ status: 404 }));
    await theirs.goto(await stage.mailbox.link("kim@example.org", "/activate"));
    await theirs.getByLabel("Password", { exact: true }).fill("lamp violin harbor seventeen");
    await theirs.getByText("make a good password").waitFor();
    await theirs.getByRole("button", { name: "Activate my account" }).click();
    await pages.heading(theirs, "Choose your second factor");
  });

  await t.test("whoever is invited may set up their factor later, and is asked again at the sign-in", async () => {
    await administrator.send("POST", "/v1/users", { email: "lou@example.org", roles: ["member"] });
    const { page: theirs } = await stage.openPage();
    await theirs.goto(await stage.mailbox.link("lou@example.org", "/activate"));
    await theirs.getByLabel("Password", { exact: true }).fill("lamp violin harbor seventeen");
    await theirs.getByRole("button", { name: "Activate my account" }).click();
    await theirs.getByRole("button", { name: "Set it up at my next sign-in" }).click();
    await pages.heading(theirs, "Sign in");
    await theirs.getByRole("status").getByText("Your account is active.").waitFor();
    await pages.typePassword(theirs, { email: "lou@example.org", password: "lamp violin harbor seventeen" });
    await pages.heading(theirs, "Choose your second factor");
  });
});
