// One browser has one session: what its other tabs do to a page, and what a page keeps for whoever it belongs to.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("tabs of one browser", async (t) => {
  const stage = await setStage(t);
  const administrator = await stage.administrator();
  const [ann, ben] = [await stage.member("Ann", ["admin"]), await stage.member("Ben")];
  const { page, context } = await stage.openPage();

  /** Another tab, on the form that was there before anybody signed in. */
  async function signInElsewhere(tab, { email, password }) {
    await tab.getByLabel("Email").fill(email);
    await tab.getByLabel("Password", { exact: true }).fill(password);
    await tab.getByRole("button", { name: "Sign in", exact: true }).click();
    await pages.heading(tab, "My security");
  }

  await t.test("a page is left when somebody else signs in, with its draft", async () => {
    const other = await context.newPage();
    await other.goto("/sign-in");
    await pages.heading(other, "Sign in");
    await pages.signIn(page, ann);
    await pages.visit(page, "Policy");
    await page.getByLabel("Recovery codes per person").fill("12");
    await signInElsewhere(other, ben);
    await pages.heading(page, "Sign in");
    const why = "Somebody else has signed in at this browser. Please sign in again. What you had not saved yet is lost.";
    await page.getByRole("alert").getByText(why).waitFor();
    assert.equal(await page.getByLabel("Email").inputValue(), ann.email);
    await assertAccessible(page, "sign-in, somebody else");
    await assertLooks(page, "sign-in, somebody else");

    await page.getByLabel("Password", { exact: true }).fill(ann.password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await pages.heading(page, "Policy");
    await pages.heading(other, "Sign in");
    await other.close();
  });

  await t.test("a change never goes out under another name", async () => {
    const other = await context.newPage();
    await other.goto("/sign-in");
    await pages.heading(other, "My security");
    await pages.signOut(other, ann.displayName);
    await pages.heading(page, "Sign in");
    await page.close();

    // Of a tab that hears nothing, the cookie becomes somebody else's.
    const { page: deaf, context: deafs } = await stage.openPage();
    await deaf.addInitScript(() => Reflect.deleteProperty(globalThis, "BroadcastChannel"));
    await deaf.clock.install();
    await pages.signIn(deaf, ann);
    await deaf.getByRole("button", { name: ann.displayName }).click();
    await deaf.getByRole("menuitem", { name: "My account" }).click();
    await deaf.getByRole("textbox", { name: "Name" }).fill("Ann the Great");
    await deafs.clearCookies();
    const third = await deafs.newPage();
    await pages.signIn(third, ben);
    await deaf.clock.fastForward("16:00");
    await deaf.getByRole("button", { name: "Save name" }).click();
    await pages.heading(deaf, "Sign in");
    await deaf.getByRole("alert").getByText(/^Somebody else has signed in at this browser/).waitFor();
    const names = (await administrator.send("GET", "/v1/users")).body.items.map(({ displayName }) => displayName);
    assert.deepEqual(names.filter((name) => name.startsWith("Ann") || name.startsWith("Ben")).sort(), ["Ann", "Ben"]);
  });

  await t.test("recovery codes stay until they are saved", async () => {
    const { page: first, context: both } = await stage.openPage();
    const second = await both.newPage();
    await second.goto("/sign-in");
    await pages.signIn(first, ben);
    await second.reload();
    await pages.heading(second, "My security");
    await first.goto("/security/authenticators/new");
    const phone = await pages.scanIntoPhone(first);
    await pages.typeCode(first, await phone.code());
    const codes = await pages.shownRecoveryCodes(first);
    await pages.signOut(second, ben.displayName);
    assert.deepEqual(await pages.shownRecoveryCodes(first), codes);
    await pages.saveRecoveryCodes(first);
    await pages.heading(first, "Sign in");
  });
});

test("an answer that is lost on its way", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  await pages.signIn(page, await stage.member("Cleo"));
  await page.goto("/security/authenticators/new");
  const phone = await pages.scanIntoPhone(page);
  await page.route(
    "**/confirm",
    async (route) => {
      await route.fetch();
      await route.abort("internetdisconnected");
    },
    { times: 1 },
  );
  await pages.typeCode(page, await phone.code());
  await page.getByRole("alert").getByText(/^Nightlatch cannot be reached/).waitFor();
  await pages.codeField(page).fill(await phone.code());
  const told = "Two-factor authentication is on, but your recovery codes did not reach you. Please make new ones.";
  await page.getByRole("status").getByText(told).waitFor();
  await pages.heading(page, "Two-factor authentication is on");
});
