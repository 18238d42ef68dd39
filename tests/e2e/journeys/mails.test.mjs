// Every mail in every language, drawn as mail programs draw it: on a narrow and on a wide window, by day and by night.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { assertStyledAccessibly } from "../support/axe.mjs";
import { launchBrowser, openPage } from "../support/browser.mjs";

const PROGRAM = fileURLToPath(new URL("../../../target/debug/nightlatch", import.meta.url));
const WIDEST = 560;
// All mails have one layout, and the languages differ in nothing but words: every kind once, and some in every language.
const SHOWS_ITS_LAYOUT = /^(index|en\/\w+|.*\/(loginCode|codesGuessed))\.html$/;

/** Writes the preview; gives the folder's address and the mails by language. */
async function preview(t) {
  const folder = await mkdtemp("/tmp/nightlatch-mails-");
  t.after(() => rm(folder, { recursive: true, force: true }));
  execFileSync(PROGRAM, ["mail", "preview", "--to", folder]);
  const paths = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith(".html"));
  return { url: pathToFileURL(`${folder}/`).href, paths: paths.sort() };
}

async function assertFits(page, path) {
  await page.setViewportSize({ width: 360, height: 640 });
  const scrolled = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(scrolled <= 360, `${path} is ${scrolled} px wide on a window of 360 px`);
  await page.setViewportSize({ width: 900, height: 640 });
  const widest = await page.evaluate(
    () => document.querySelector(".card")?.getBoundingClientRect().width ?? 0,
  );
  assert.ok(widest <= WIDEST, `${path} is ${widest} px wide on a window of 900 px`);
}

test("every mail can be read by everybody, on every window, without any request", async (t) => {
  const { url, paths } = await preview(t);
  assert.ok(paths.length > 6 * 17, `${paths.length} mails`);
  const browser = await launchBrowser();
  t.after(() => browser.close());
  const { page, close } = await openPage(browser, url);
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  for (const path of paths) {
    await page.goto(path);
    await assertFits(page, path);
    if (!SHOWS_ITS_LAYOUT.test(path)) continue;
    await assertStyledAccessibly(page, path);
  }
  assert.deepEqual(
    requests,
    paths.map((path) => new URL(path, url).href),
    "nothing but the mails themselves",
  );
  await close();
});
