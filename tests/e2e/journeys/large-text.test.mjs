// What people see who have set their browser's letters to twice the size, on a phone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { launchBrowser, openPage } from "../support/browser.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const ROOT_PX = 32;
/** Some eight letters: narrower than that nothing is read. */
const LEAST_PX = 160;

test("letters of twice the size, on a phone", async (t) => {
  const stage = await setStage(t);
  const browser = await launchBrowser([`--blink-settings=defaultFontSize=${ROOT_PX}`]);
  t.after(() => browser.close());
  const { page, close } = await openPage(browser, stage.url);
  await page.setViewportSize({ width: 360, height: 740 });

  await t.test("the sign-in page is whole", async () => {
    // The narrowest that there are.
    await page.setViewportSize({ width: 320, height: 740 });
    await page.goto("/sign-in");
    await pages.heading(page, "Sign in");
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize), `${ROOT_PX}px`);
    const { x, width } = await page.getByRole("banner").getByText("Nightlatch").boundingBox();
    assert.ok(x >= 0 && x + width <= 320, `its name is from ${x} to ${x + width}`);
    const mark = await page.getByRole("banner").locator("svg").boundingBox();
    assert.ok(mark.x >= 0, `its mark begins at ${mark.x}`);
    await assertFits(page, "Sign in");
    await page.setViewportSize({ width: 360, height: 740 });
  });

  await t.test("what tables tell has room", async () => {
    await pages.signIn(page, stage.credentials);
    for (const [path, title] of [
      ["/admin/users", "Users"],
      ["/admin/audit", "Audit log"],
      ["/roles", "Roles"],
    ]) {
      await page.goto(path);
      await pages.heading(page, title);
      const values = page.getByRole("cell").locator("xpath=div");
      await values.first().waitFor();
      const widths = await values.evaluateAll((all) => all.map((value) => value.getBoundingClientRect().width));
      for (const width of widths) assert.ok(width >= LEAST_PX, `${title}: ${width} pixels for a value`);
      await assertFits(page, title);
    }
  });

  await t.test("so have the choices of the policy", async () => {
    await page.goto("/admin/policy");
    await page.getByRole("radio").first().waitFor();
    await assertFits(page, "Policy");
  });

  await close();
});

async function assertFits(page, name) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${name} is ${overflow} pixels too wide`);
}
