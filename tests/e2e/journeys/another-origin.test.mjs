// The pages come from another host than the API's: a person signs in, sets up, stays signed in and signs out as anywhere else.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { test } from "node:test";
import sharp from "sharp";
import { Device } from "../support/device.mjs";
import * as pages from "../support/pages.mjs";
import { servePages } from "../support/pages-host.mjs";
import { freePort } from "../support/service.mjs";
import { setStage } from "../support/stage.mjs";

const HEADERS = [
  "cache-control",
  "content-security-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "referrer-policy",
  "x-content-type-options",
  "x-frame-options",
];

const background = { r: 180, g: 30, b: 60, alpha: 1 };
const logo = await sharp({ create: { width: 32, height: 32, channels: 4, background } })
  .png()
  .toBuffer();

test("pages on another host", async (t) => {
  const stage = await setStage(t, { pagesElsewhere: true });
  const administrator = await stage.administrator();
  await administrator.enroll();
  const [bob, nina] = [await stage.member("Bob"), await stage.member("Nina")];
  await administrator.setMode("required");
  const { page, context } = await stage.openPage();
  const sessionCookie = async () => (await context.cookies(stage.url)).find(({ name }) => name === "nightlatch");
  let phone;

  await t.test("their host sets the service's headers, with the API to talk to and to show logos of", async () => {
    await assertServes(stage.pagesUrl, stage.url);
  });

  await t.test("nginx sets them as well", async () => {
    const url = `http://localhost:${await freePort()}`;
    const stop = await servePages(url, stage.url, "nginx");
    await assertServes(url, stage.url).finally(stop);
  });

  await t.test("the password leads to the set-up, and that into the account", async () => {
    await pages.typePassword(page, bob);
    await pages.chooseApp(page);
    phone = await pages.scanIntoPhone(page);
    await pages.typeCode(page, await phone.code());
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
    await pages.heading(page, "Two-factor authentication is on");
  });

  await t.test("who loads the page again is still signed in, by a cookie that no page reads", async () => {
    await page.reload();
    await pages.heading(page, "Two-factor authentication is on");
    assert.doesNotMatch(await page.evaluate(() => document.cookie), /\bnightlatch=/);
    const { httpOnly, sameSite } = await sessionCookie();
    assert.deepEqual([httpOnly, sameSite], [true, "Strict"]);
  });

  await t.test("a page of a third host has nothing of the session", async () => {
    const third = createServer((_, answer) => answer.setHeader("content-type", "text/html").end("<title>Third</title>"));
    third.listen(0, "localhost");
    await once(third, "listening");
    try {
      const other = await context.newPage();
      await other.goto(`http://localhost:${third.address().port}/`);
      const before = await sessionCookie();
      for (const mode of ["cors", "no-cors"]) {
        const heard = await other.evaluate(askForSession, { url: `${stage.url}/v1/auth/refresh`, mode });
        assert.equal(heard, "nothing", mode);
      }
      assert.deepEqual(await sessionCookie(), before);
      await other.close();
    } finally {
      third.close();
    }
    await page.reload();
    await pages.heading(page, "Two-factor authentication is on");
  });

  await t.test("who has signed out is signed out", async () => {
    await pages.signOut(page, bob.displayName);
    await page.goto("/security");
    await pages.heading(page, "Sign in");
    await pages.signInWithCode(page, bob, await phone.code());
    await pages.signOut(page, bob.displayName);
  });

  await t.test("a passkey is made at the pages, and signs in there", async () => {
    await Device.attach(page);
    await pages.typePassword(page, nina);
    await page.getByRole("button", { name: /^Passkey/ }).click();
    await page.getByLabel("Name").fill("Laptop");
    await page.keyboard.press("Enter");
    await pages.shownRecoveryCodes(page);
    await pages.saveRecoveryCodes(page);
    await pages.signOut(page, nina.displayName);
    await pages.typePassword(page, nina);
    await page.getByRole("button", { name: "Use your passkey" }).click();
    await pages.heading(page, "My security");
  });

  await t.test("the sign-in page shows the logo that the API has", async () => {
    await administrator.sendFile("PUT", "/v1/branding/logo", logo, "image/png");
    await pages.signOut(page, nina.displayName, "Sign in to Example");
    assert.equal(new URL(page.url()).origin, stage.pagesUrl);
    const shown = page.locator(`img[src^="${stage.url}/v1/auth/logos/"]`);
    await shown.waitFor();
    assert.equal(await shown.evaluate((picture) => picture.decode().then(() => picture.naturalWidth)), 32);
  });
});

/** In a page: what it hears when it asks the API for the session of whoever sits there. */
async function askForSession({ url, mode }) {
  // The only type that the API takes has to be asked for first.
  const headers = mode === "cors" ? { "content-type": "application/json" } : {};
  const options = { method: "POST", credentials: "include", body: "{}", mode, headers };
  return fetch(url, options).then(({ type }) => type, () => "nothing");
}

/** The pages at one address have the headers of the service's own, at another. */
async function assertServes(pages, api) {
  for (const path of ["/", "/security", "/favicon.svg", await anAsset(pages)]) {
    const [here, there] = await Promise.all([api, pages].map((url) => headersOf(new URL(path, url))));
    assert.deepEqual(there, { ...here, "content-security-policy": withApi(here["content-security-policy"], api) }, path);
  }
  for (const path of ["/assets/index-none.js", "/none.txt", "/assets/none"])
    assert.equal((await fetch(new URL(path, pages))).status, 404, path);
}

async function headersOf(url) {
  const { headers } = await fetch(url);
  return Object.fromEntries(HEADERS.map((name) => [name, headers.get(name)]));
}

const withApi = (policy, api) => policy.replace(/connect-src 'self'|img-src 'self' data:/g, `$& ${api}`);

async function anAsset(url) {
  const page = await (await fetch(url)).text();
  return page.match(/\/assets\/[^"]+\.js/)[0];
}
