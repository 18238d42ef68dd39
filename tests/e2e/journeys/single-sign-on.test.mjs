// An administrator connects a provider; people sign in there, and here with whatever the policy asks for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { client, signInThere, startProvider } from "../support/provider.mjs";
import { setStage } from "../support/stage.mjs";

test("single sign-on", async (t) => {
  const stage = await setStage(t);
  const provider = await startProvider({
    grace: { email: "grace@example.org", name: "Grace Hopper" },
    ada: { email: "ada@example.org", name: "Ada" },
  });
  t.after(() => provider.stop());
  const ada = await stage.memberWithPhone("Ada");
  const open = () => stage.openPage({ beyond: provider.issuer });

  await t.test("an administrator connects a provider", async () => {
    const { page } = await open();
    await pages.signIn(page, stage.credentials);
    await pages.visit(page, "SSO");
    await pages.heading(page, "Single sign-on");
    await page.getByRole("button", { name: "Connect a provider" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Example SSO");
    await dialog.getByLabel("Issuer").fill(provider.issuer);
    await dialog.getByLabel("Client ID").fill(client.id);
    await dialog.getByLabel("Client secret").fill(client.secret);
    await dialog.getByRole("checkbox", { name: "Create users at their first sign-in" }).check();
    await assertAccessible(page, "single sign-on, connecting");
    await dialog.getByRole("button", { name: "Connect provider" }).click();
    await pages.heading(page, "Example SSO is connected");
    provider.register(await dialog.getByText(/^https?:\/\//).innerText());
    await pages.assertFocused(dialog.getByRole("button", { name: "Done" }));
    await assertAccessible(page, "single sign-on, callback URL");
    await dialog.getByRole("button", { name: "Done" }).click();

    await page.getByRole("button", { name: "Test Example SSO" }).click();
    await page.getByText("It answers as it should").waitFor();
    await assertAccessible(page, "single sign-on");
    await assertLooks(page, "single sign-on");
    await pages.assertFitsPhone(page, "single sign-on");
  });

  await t.test("exempt: somebody new is let in without anything of ours", async () => {
    const { page } = await open();
    await page.goto("/");
    await page.getByRole("link", { name: "Continue with Example SSO" }).waitFor();
    await assertAccessible(page, "sign-in with a provider");
    await assertLooks(page, "sign-in with a provider");
    await pages.assertFitsPhone(page, "sign-in with a provider");
    await page.getByRole("link", { name: "Continue with Example SSO" }).click();
    await signInThere(page, "grace");
    await pages.heading(page, "My security");
    assert.equal(new URL(page.url()).hash, "");
    await page.getByText("by single sign-on").waitFor();
    await page.goto("/account");
    await page.getByText("You sign in at your provider, and have no password here.").waitFor();
    await page.getByText("It is your only way to sign in, so it stays.").waitFor();
    assert.equal(await page.getByRole("button", { name: /Disconnect|Change email/ }).count(), 0);
    await assertAccessible(page, "account without a password");
  });

  await t.test("somebody with an account connects it by their password and factor", async () => {
    const { page } = await open();
    await page.goto("/");
    await page.getByRole("link", { name: "Continue with Example SSO" }).click();
    await signInThere(page, "ada");
    await pages.heading(page, "Connect your account");
    await assertAccessible(page, "connecting an account");
    await assertLooks(page, "connecting an account");
    await page.getByLabel("Password", { exact: true }).fill(ada.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await pages.typeCode(page, await ada.phone.code());
    await pages.heading(page, "My security");
    await page.goto("/account");
    const section = page.getByRole("region", { name: "Single sign-on" });
    await section.getByText("ada@example.org").waitFor();
    await assertAccessible(page, "account with a connected one");
    await pages.assertFitsPhone(page, "account with a connected one");
  });

  await t.test("required: the second factor is asked for after the provider", async () => {
    await (await stage.administrator()).changePolicy({ sso: "required" });
    const { page } = await open();
    await page.goto("/account");
    await page.getByRole("link", { name: "Continue with Example SSO" }).click();
    await signInThere(page, "ada");
    await pages.heading(page, "Confirm that it is you");
    await assertAccessible(page, "challenge after a provider");
    await page.getByRole("button", { name: "Back to sign-in" }).click();
    await pages.heading(page, "Sign in");
    await page.getByRole("link", { name: "Continue with Example SSO" }).click();
    await pages.heading(page, "Confirm that it is you");
    await pages.typeCode(page, await ada.phone.code());
    await pages.heading(page, "My account");
  });

  await t.test("an administrator disconnects somebody who has a password", async () => {
    const { page } = await open();
    await pages.signIn(page, stage.credentials);
    await page.getByRole("link", { name: "Users", exact: true }).click();
    await page.getByRole("link", { name: "Ada", exact: true }).click();
    await page.getByRole("button", { name: "Disconnect…" }).click();
    const dialog = page.getByRole("dialog", { name: "Disconnect the single sign-on of Ada?" });
    await dialog.waitFor();
    await assertAccessible(page, "disconnecting somebody");
    await dialog.getByRole("button", { name: "Disconnect", exact: true }).click();
    await page.getByText("Ada signs in with the password from now on.").waitFor();
    await page.getByRole("button", { name: "Disconnect…" }).waitFor({ state: "detached" });
    await assertAccessible(page, "somebody disconnected");
  });

  await t.test("one that is removed leaves the focus to the title of the page", async () => {
    const { page } = await open();
    await pages.signIn(page, stage.credentials);
    await pages.visit(page, "SSO");
    await page.getByRole("button", { name: "Remove Example SSO" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove provider" }).click();
    await page.getByRole("region", { name: "Example SSO" }).waitFor({ state: "detached" });
    await pages.assertFocused(page.getByRole("heading", { name: "Single sign-on", level: 1 }));
  });

  await t.test("what does not work is said in plain words", async () => {
    const { page } = await open();
    await page.goto("/sign-in/sso#error=declined");
    await page.getByText("You did not sign in at the provider").waitFor();
    await assertAccessible(page, "single sign-on declined");
    await page.getByRole("link", { name: "Back to sign-in" }).click();
    await pages.heading(page, "Sign in");
  });
});
