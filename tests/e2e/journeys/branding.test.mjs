// An administrator gives the sign-in page the colour, the logo and the contact of their organization.
import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

/** What nobody can read on a light page, and what nobody can read on a dark one. */
const NASTY = ["#ffff00", "#000000"];

const background = { r: 180, g: 30, b: 60, alpha: 1 };
const logo = await sharp({ create: { width: 320, height: 80, channels: 4, background } })
  .png()
  .toBuffer();

test("branding", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  const field = (name) => page.getByLabel(name, { exact: true });
  const save = page.getByRole("button", { name: "Save branding" });
  await pages.signIn(page, stage.credentials);

  await t.test("its page is in the menu", async () => {
    await page.getByRole("button", { name: "Administrator" }).click();
    await page.getByRole("menuitem", { name: "Branding" }).click();
    await pages.heading(page, "Branding");
    await assertAccessible(page, "branding, untouched");
    await pages.assertFitsPhone(page, "branding");
  });

  await t.test("a logo is put in place at once, and what is none is explained", async () => {
    const file = page.getByLabel("Choose a logo, or drop it here");
    await file.setInputFiles({ name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg/>") });
    await page.getByRole("alert").getByText("This is not a whole PNG picture.").waitFor();
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo.subarray(0, 60) });
    await page.getByRole("alert").getByText("This is not a whole PNG picture.").waitFor();
    await file.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: logo });
    await page.getByText("The logo is in place.").waitFor();
    await page.getByRole("img", { name: "The logo now" }).waitFor();
  });

  await t.test("words and colour are checked, previewed and saved", async () => {
    await field("Hex code").fill("#ffff0");
    await page.getByText(/^A color is a #/).waitFor();
    await field("Hex code").fill("#ffff00");
    await page.getByText(/^What is written on buttons is black/).waitFor();
    await field("Whom people ask").fill("nobody");
    await field("A note").fill("Monday to Friday");
    await save.click();
    await page.getByText("This is neither an email address nor a page that begins with https://.").waitFor();
    await pages.assertFocused(field("Whom people ask"));
    await field("Whom people ask").fill("help@example.org");
    await page.getByRole("link", { name: "Users" }).click();
    await page
      .getByRole("dialog", { name: "Leave without saving?" })
      .getByRole("button", { name: "Stay" })
      .click();
    await save.click();
    await page.getByText("The branding is saved.").waitFor();
    await page.locator("html[data-accent]").waitFor();
    const home = page.getByRole("link", { name: "Example, My security" });
    await home.locator("img").waitFor();
    assert.equal(await home.innerText(), "", "a logo so wide is a name in letters");
    await assertAccessible(page, "branding, in yellow");
    await assertLooks(page, "branding");
  });

  for (const accent of NASTY) {
    await t.test(`the sign-in page can be read in ${accent}`, async () => {
      const administrator = await stage.administrator();
      const { body, headers } = await administrator.send("GET", "/v1/branding");
      const settings = { accent, support: body.support };
      await administrator.send("PUT", "/v1/branding", settings, { "if-match": headers.get("etag") });
      const { page: visitor } = await stage.openPage();
      await visitor.goto("/sign-in");
      await visitor.getByRole("heading", { name: `Sign in to ${body.name}` }).waitFor();
      await visitor.getByRole("link", { name: "help@example.org" }).waitFor();
      const size = await visitor
        .locator("header img")
        .evaluate(async (logo) => {
          await logo.decode();
          return [logo.naturalWidth, logo.width, logo.height];
        });
      assert.deepEqual(size, [320, 240, 60]);
      await assertAccessible(visitor, `sign-in in ${accent}`);
      await pages.assertFitsPhone(visitor, `sign-in in ${accent}`);
      if (accent === NASTY[0]) await assertLooks(visitor, "branded sign-in");
      await visitor.getByRole("link", { name: "Forgot your password?" }).click();
      await pages.heading(visitor, "Forgot your password?");
      await visitor.getByRole("link", { name: "help@example.org" }).waitFor();
      await assertAccessible(visitor, `a forgotten password in ${accent}`);
      await visitor.goto("/help#whom");
      const whom = visitor.getByRole("region", { name: "Whom do I ask?" });
      await whom.getByRole("link", { name: "help@example.org" }).waitFor();
      await assertAccessible(visitor, `help in ${accent}`);
    });
  }

  await t.test("the logo is removed again", async () => {
    await page.getByRole("button", { name: "Remove logo" }).click();
    await page.getByText("The logo is gone.").waitFor();
    await page.getByText("There is no logo yet.").waitFor();
    await page.getByRole("link", { name: "Example, My security" }).getByText("Example").waitFor();
  });
});
