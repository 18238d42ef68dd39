// How long the ways are that people go: in screens, and in clicks.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

test("ways are short", async (t) => {
  const stage = await setStage(t);
  const fay = await stage.memberWithPhone("Fay");
  const gus = await stage.member("Gus");
  const administrator = await stage.administrator();
  const { phone } = await administrator.enroll();

  await t.test("from the sign-in to a second factor: four screens", async () => {
    await administrator.setMode("required");
    const { page } = await stage.openPage();
    const seen = await screens(page);
    await pages.typePassword(page, gus);
    await pages.chooseApp(page);
    await pages.typeCode(page, await (await pages.scanIntoPhone(page)).code());
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "My security");
    const set = ["Choose your second factor", "Get an authenticator app", "Connect your app", "Save your recovery codes"];
    // Said in passing, while the next page comes.
    const stops = (await seen()).filter((heading) => heading !== "All set");
    assert.deepEqual(stops, ["Sign in", ...set, "My security"]);
  });

  await t.test("in with a recovery code: three screens", async () => {
    const { page } = await stage.openPage();
    const seen = await screens(page);
    await pages.typePassword(page, fay);
    await page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await page.getByLabel("Recovery code").fill(fay.recoveryCodes[0]);
    await page.getByRole("button", { name: "Verify" }).click();
    await pages.heading(page, "My security");
    assert.deepEqual(await seen(), ["Sign in", "Confirm that it is you", "My security"]);
  });

  await t.test("the reset of a user: five clicks", async () => {
    const { page } = await stage.openPage();
    await pages.signInWithCode(page, stage.credentials, await phone.code());
    const clicks = await clicksFrom(page);
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("link", { name: "Fay" }).click();
    await page.getByRole("button", { name: "Reset…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("On a call").click();
    await dialog.getByLabel("Reason").fill("Lost the phone.");
    await dialog.getByRole("button", { name: "Reset" }).click();
    await pages.heading(page, "Reset code for Fay");
    assert.equal(await clicks(), 5);
  });
});

/** Answers, when asked, the headings of all screens since then. */
async function screens(page) {
  await page.addInitScript(() => {
    globalThis.screensSeen = [];
    new MutationObserver(() => {
      const heading = document.querySelector("h1")?.innerText;
      if (heading && heading !== globalThis.screensSeen.at(-1)) globalThis.screensSeen.push(heading);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => globalThis.screensSeen);
}

/** Answers, when asked, how often something was pressed since then. */
async function clicksFrom(page) {
  await page.evaluate(() => {
    globalThis.clicks = 0;
    document.addEventListener("pointerdown", () => globalThis.clicks++, true);
  });
  return () => page.evaluate(() => globalThis.clicks);
}
