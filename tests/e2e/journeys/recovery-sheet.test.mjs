// The sheet of recovery codes on paper: on one page, whoever prints it and wherever paper comes from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible } from "../support/axe.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

/** As many as a policy can ask for. */
const MOST = 16;

test("a printed sheet of recovery codes", async (t) => {
  const stage = await setStage(t);
  await (await stage.administrator()).changePolicy({ recoveryCodeCount: MOST });
  const cora = await stage.memberWithPhone("Cora");
  const { page } = await stage.openPage();
  await pages.signInWithCode(page, cora, await cora.phone.code());
  await page.goto("/security/recovery-codes/new");
  await pages.typeCode(page, await cora.phone.code());
  const codes = await pages.shownRecoveryCodes(page);
  assert.equal(codes.length, MOST);
  await assertAccessible(page, "recovery codes");

  await t.test("on a phone, that they are copied is said beside no other button", async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 740 });
    await page.getByRole("button", { name: "Copy" }).click();
    const told = await page.getByRole("status").getByText("Copied").boundingBox();
    for (const other of [page.getByRole("link", { name: "Download" }), page.getByRole("button", { name: "Print" })]) {
      const { y, height } = await other.boundingBox();
      assert.ok(told.y >= y + height, `at ${told.y}, beside one from ${y}, ${height} high`);
    }
    await page.setViewportSize(size);
  });

  await t.test("says whose it is, since when, and how to use it, and nothing else", async () => {
    await page.emulateMedia({ media: "print" });
    const lines = (await page.locator("body").innerText()).split("\n").filter((line) => line !== "");
    assert.equal(lines[0], "Recovery codes");
    assert.deepEqual(lines.slice(1, 5), ["Organization", "Example", "Account", cora.email]);
    assert.equal(lines[5], "Created");
    assert.match(lines[6], /^\d{1,2} \w{3,4} \d{4}$/);
    assert.deepEqual(lines.slice(7, 7 + MOST), codes);
    assert.match(lines[7 + MOST], /^Tick each code/);
    assert.match(lines[8 + MOST], /^Each code works once\. Keep this sheet/);
    assert.equal(lines.length, 9 + MOST);
  });

  await t.test("numbers the codes, with a box to tick beside each", async () => {
    const rows = page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem");
    const drawn = await rows.evaluateAll((items) =>
      items.map((item) => {
        const { width, height, borderTopWidth, borderTopColor } = getComputedStyle(item.querySelector("span"));
        const marker = getComputedStyle(item, "::marker");
        return { number: item.value, square: width === height, border: borderTopWidth, ink: [borderTopColor, marker.color] };
      }),
    );
    for (const [index, { number, square, border, ink }] of drawn.entries()) {
      assert.equal(number, index + 1);
      assert.equal(square, true);
      assert.ok(Number.parseFloat(border) >= 1, border);
      assert.deepEqual(new Set(ink), new Set(["rgb(0, 0, 0)"]));
    }
  });

  for (const format of ["A4", "Letter"]) {
    for (const colorScheme of ["light", "dark"]) {
      await t.test(`fits on one page of ${format}, printed from a ${colorScheme} screen`, async () => {
        await page.emulateMedia({ media: "print", colorScheme });
        assert.equal(countPages(await page.pdf({ format })), 1);
      });
    }
  }
});

/** Chromium writes each page as an object of its own, uncompressed. */
const countPages = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
