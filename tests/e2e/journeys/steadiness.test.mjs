// What is drawn once stays where it is, however late the rest comes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

/** Of the window, weighed by how far it moves: less than anybody notices. */
const TOLERATED = 0.01;
const NETWORKS = {
  "from nothing": { latency: 0, downloadThroughput: -1, uploadThroughput: -1 },
  "on a slow network": { latency: 250, downloadThroughput: 400_000, uploadThroughput: 100_000 },
};
const PAGES = { "/security": "My security", "/overview": "Overview", "/admin/users": "Users" };

test("no page jumps while it comes", async (t) => {
  const stage = await setStage(t);
  const { phone } = await (await stage.administrator()).enroll();
  const { page, context } = await stage.openPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await pages.signInWithCode(page, stage.credentials, await phone.code());
  await page.addInitScript(() => {
    globalThis.shifts = [];
    const place = ({ x, y, width, height }) => `${x},${y} ${width}×${height}`;
    new PerformanceObserver((list) => {
      for (const { value, sources } of list.getEntries()) {
        const moved = sources.map(
          ({ node, previousRect, currentRect }) =>
            `${node?.nodeName} ${node?.textContent?.slice(0, 30)}: ${place(previousRect)} → ${place(currentRect)}`,
        );
        globalThis.shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  const browser = await context.newCDPSession(page);
  await browser.send("Network.enable");
  await browser.send("Network.setCacheDisabled", { cacheDisabled: true });

  for (const [network, conditions] of Object.entries(NETWORKS)) {
    for (const [path, title] of Object.entries(PAGES)) {
      await t.test(`${path}, ${network}`, async () => {
        await browser.send("Network.emulateNetworkConditions", { offline: false, ...conditions });
        await page.goto(path);
        await pages.heading(page, title);
        await assertSteady(page);
      });
    }
  }

  await t.test("/security, on a phone, where the state of the second factor comes last", async () => {
    await browser.send("Network.emulateNetworkConditions", { offline: false, ...NETWORKS["from nothing"] });
    await page.setViewportSize({ width: 360, height: 740 });
    // Longer than the frame of the pages waits for it.
    await page.route("**/v1/me/two-factor", async (route) => {
      await setTimeout(2500);
      await route.continue();
    });
    await page.goto("/security");
    await page.getByRole("heading", { name: "Two-factor authentication is on" }).waitFor();
    await assertSteady(page);
  });
});

async function assertSteady(page) {
  await page.waitForLoadState("networkidle");
  const shifts = await page.evaluate(() => globalThis.shifts);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  assert.ok(total <= TOLERATED, `${total}: ${JSON.stringify(shifts, null, 1)}`);
}
