// How pages look: each in both colour schemes and three widths, compared with the picture that was kept of it in looks/.
// KEEP_LOOKS=1 keeps those that differ in place of the old ones: look at each before it is committed.
import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import pixelmatch from "pixelmatch";
import sharp from "sharp";
import { settled } from "./settled.mjs";

const KEPT = fileURLToPath(new URL("../looks/", import.meta.url));
const DIFFERING = fileURLToPath(new URL("../artifacts/looks/", import.meta.url));
const WIDTHS = { phone: 375, tablet: 768, desktop: 1280 };
/** Of all pixels: so much the smoothing of letters may change from one release of the browser to the next. */
const TOLERATED = 0.002;

/** The page looks as it did when its picture was kept, whatever the moments, numbers, ids, codes and pictures of codes on it. */
export async function assertLooks(page, name) {
  const size = page.viewportSize();
  const mask = [page.locator("code, input[type=date], input[type=datetime-local], img[src^=data]")];
  await page.mouse.move(0, 0);
  const differing = [];
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
    for (const [device, width] of Object.entries(WIDTHS)) {
      await page.setViewportSize({ width, height: 800 });
      await settled(page);
      // What lies below a dialog is not covered beyond the window.
      const fullPage = (await page.getByRole("dialog").count()) === 0;
      // Where it is scrolled to depends on what was there when the dialog was opened.
      if (!fullPage) await page.evaluate(() => window.scrollTo(0, 0));
      const thaw = await freeze(page);
      const picture = await page.screenshot({ fullPage, mask, maskColor: "#808080" });
      await thaw();
      const file = `${name.replaceAll(/\W+/g, "-")}-${device}-${colorScheme}.webp`;
      if (!(await isAsKept(picture, file))) differing.push(file);
    }
  }
  await page.setViewportSize(size);
  assert.deepEqual(differing, [], `${name} looks different: tests/e2e/artifacts/looks shows how`);
}

/** Puts one number, also for an id, and one month in place of all, and of those that come; answers how to bring them back. */
async function freeze(page) {
  const frozen = await page.evaluateHandle(() => {
    const ids = /\b[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\b/g;
    const months = /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/g;
    const texts = new Map();
    const freezeAll = () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        const still = node.data
          .replace(ids, "0")
          .replace(/\d[\d:]*/g, "0")
          .replace(months, "May");
        if (still === node.data || node.parentElement.closest("style, script, code")) continue;
        texts.set(node, node.data);
        node.data = still;
      }
    };
    freezeAll();
    // A countdown goes on meanwhile.
    const observer = new MutationObserver(freezeAll);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    return { observer, texts };
  });
  return async () => {
    await frozen.evaluate(({ observer, texts }) => {
      observer.disconnect();
      for (const [node, data] of texts) node.data = data;
    });
    await frozen.dispose();
  };
}

async function isAsKept(picture, file) {
  const found = await small(picture);
  const kept = await readFile(`${KEPT}${file}`).catch(() => undefined);
  if (kept && (await isSame(sharp(kept), found))) return true;
  const folder = process.env.KEEP_LOOKS ? KEPT : DIFFERING;
  await mkdir(folder, { recursive: true });
  await found.webp({ quality: 70 }).toFile(`${folder}${file}`);
  return process.env.KEEP_LOOKS !== undefined;
}

async function isSame(kept, found) {
  const [one, other] = await Promise.all([kept, found.clone()].map(pixels));
  const { width, height } = one.info;
  if (other.info.width !== width || other.info.height !== height) return false;
  const differing = pixelmatch(one.data, other.data, undefined, width, height, { threshold: 0.15 });
  return differing <= width * height * TOLERATED;
}

const pixels = (picture) => picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true });

/** Half the width and height, which is enough to compare. */
async function small(picture) {
  const { width } = await sharp(picture).metadata();
  return sharp(picture).resize(width >> 1);
}
