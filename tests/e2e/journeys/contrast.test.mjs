// More contrast, colours that the system chooses, and no motion: what some people have set for all that they see.
import assert from "node:assert/strict";
import { test } from "node:test";
import sharp from "sharp";
import { assertAccessible } from "../support/axe.mjs";
import { assertLooks } from "../support/looks.mjs";
import * as pages from "../support/pages.mjs";
import { setStage } from "../support/stage.mjs";

const WISHES = { "more contrast": { contrast: "more" }, "forced colours": { forcedColors: "active", contrast: "more" } };

for (const [wish, media] of Object.entries(WISHES)) {
  test(wish, async (t) => {
    const stage = await setStage(t);
    const cora = await stage.memberWithPhone("Cora");
    const dora = await stage.member("Dora");
    await stage.proveAddress(dora);
    const { page } = await stage.openPage();
    await page.emulateMedia(media);

    await t.test("on the way in", async () => {
      await page.goto("/sign-in");
      await pages.heading(page, "Sign in");
      await assertAccessible(page, `sign-in, ${wish}`);
      await assertFocusIsSeen(page.getByRole("textbox", { name: "Email" }));
      await pages.typePassword(page, cora);
      await pages.heading(page, "Confirm that it is you");
      await pages.typeCode(page, cora.phone.wrongCode());
      await page.getByRole("alert").getByText(/^That code is not right/).waitFor();
      await assertAccessible(page, `challenge, ${wish}`);
      await assertLooks(page, `challenge, ${wish}`);
      await assertFocusIsSeen(page.getByRole("button", { name: "Use a recovery code instead" }));
      await pages.typeCode(page, await cora.phone.code());
    });

    await t.test("on the pages of everybody", async () => {
      await pages.heading(page, "My security");
      await assertAccessible(page, `security, ${wish}`);
      await assertLooks(page, `security, ${wish}`);
      await assertFocusIsSeen(page.getByRole("link", { name: "Make new codes" }));
      await page.goto("/help");
      await pages.heading(page, "Help");
      await assertAccessible(page, `help, ${wish}`);
      await page.goto("/security");
      await pages.heading(page, "My security");
      await pages.signOut(page, cora.displayName);
    });

    await t.test("while a second factor is set up", async () => {
      await pages.signIn(page, dora);
      await assertTold(page.getByRole("switch", { name: /email/i }));
      await page.goto("/security/authenticators/new");
      await page.getByRole("button", { name: "I have an app" }).click();
      const qrCode = page.getByRole("img", { name: "QR code for your authenticator app" });
      const paper = await qrCode.evaluate((image) => getComputedStyle(image.parentElement).backgroundColor);
      assert.equal(paper, "rgb(255, 255, 255)");
      const phone = await pages.scanShownCode(page);
      await pages.typeCode(page, await phone.code());
      await pages.shownRecoveryCodes(page);
      await assertTold(page.getByRole("checkbox", { name: "I have saved these codes" }));
      await assertAccessible(page, `recovery codes, ${wish}`);
      await page.getByRole("button", { name: "Continue" }).click();
      await pages.heading(page, "My security");
      await pages.signOut(page, dora.displayName);
    });

    await t.test("on the pages of an administrator", async () => {
      await pages.signIn(page, stage.credentials);
      for (const [path, title] of [
        ["/admin/users", "Users"],
        ["/overview", "Overview"],
        ["/admin/policy", "Policy"],
      ]) {
        await page.goto(path);
        await pages.heading(page, title);
        await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
        await assertAccessible(page, `${title}, ${wish}`);
      }
      // Boxes, bars and patterns.
      if (media.forcedColors) await assertLooks(page, `policy, ${wish}`);
    });

    await t.test("where something is chosen by keyboard", async () => {
      await page.keyboard.press("Control+k");
      const options = page.getByRole("dialog", { name: "Find anything" }).getByRole("option");
      await options.first().waitFor();
      for (const colorScheme of ["dark", "light"]) {
        await page.emulateMedia({ colorScheme });
        await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
        const pictures = [];
        for (const key of ["ArrowDown", "ArrowUp"]) {
          await page.keyboard.press(key);
          pictures.push(await sharp(await options.first().screenshot()).stats());
        }
        const [other, active] = pictures.map(({ channels }) => channels.slice(0, 3).map(({ mean }) => mean));
        const most = Math.max(...active.map((mean, at) => Math.abs(mean - other[at])));
        assert.ok(most > 2, `what Enter takes is told from the rest: ${active}, ${other}`);
      }
    });
  });
}

test("where a box is empty, its edge is seen", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  await pages.signIn(page, stage.credentials);
  for (const colorScheme of ["light", "dark"]) {
    await t.test(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      await page.goto("/admin/policy");
      for (const role of ["radio", "checkbox"]) {
        const empty = page.getByRole(role, { checked: false, disabled: false });
        await empty.first().waitFor();
        for (const ratio of await empty.evaluateAll(edgeContrasts)) assert.ok(ratio >= 3, `${role}: ${ratio} to 1`);
      }
    });
  }
});

test("whoever may only read the policy can read it", async (t) => {
  const stage = await setStage(t);
  const mia = await stage.member("Mia", ["manager"]);
  const { page } = await stage.openPage();
  await pages.signIn(page, mia);
  for (const colorScheme of ["light", "dark"]) {
    await t.test(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      await page.goto("/admin/policy");
      await page.getByLabel("Recovery codes per person").waitFor();
      const words = page.getByRole("main").locator("label, legend, input:not([type=radio], [type=checkbox]), select");
      const ratios = await words.evaluateAll(textContrasts);
      assert.ok(ratios.length > 20);
      for (const { words, ratio } of ratios) assert.ok(ratio >= 4.5, `${words}: ${ratio} to 1`);
      for (const role of ["radio", "checkbox"]) {
        const ticks = page.getByRole(role, { checked: true }).locator("xpath=following-sibling::*");
        for (const opacity of await ticks.evaluateAll((all) => all.map((tick) => getComputedStyle(tick).opacity)))
          assert.equal(opacity, "1", `what is chosen has its mark, as a ${role}`);
      }
    });
  }
});

test("while a page is on its way, what stands in for it is seen", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  await pages.signIn(page, stage.credentials);
  await page.emulateMedia({ reducedMotion: "no-preference" });
  await page.route(/\/shell-[^/]+\.js$/, () => {}); // It never comes.
  await page.goto("/security", { waitUntil: "commit" });
  const rows = page.getByRole("status", { name: "Loading" }).locator("span");
  for (const colorScheme of ["light", "dark"]) {
    await t.test(colorScheme, async () => {
      await page.emulateMedia({ colorScheme });
      await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
      await rows.first().waitFor();
      for (const ratio of await rows.evaluateAll(faintestContrasts)) assert.ok(ratio >= 1.2, `${ratio} to 1`);
    });
  }
});

test("no motion", async (t) => {
  const stage = await setStage(t);
  const { page } = await stage.openPage();
  await page.addInitScript(() => {
    globalThis.motions = [];
    const note = ({ type, target }) => globalThis.motions.push(`${type} of ${target.className}`);
    for (const type of ["transitionrun", "animationstart"]) document.addEventListener(type, note, true);
  });

  /** What moves while somebody signs in, looks around, and opens a menu and a dialog. */
  async function motions() {
    await pages.signIn(page, stage.credentials);
    await page.goto("/admin/users");
    await page.getByRole("button", { name: "Import people" }).hover();
    await page.getByRole("checkbox").first().setChecked(true);
    await page.getByRole("searchbox").or(page.getByLabel("Search")).first().focus();
    await page.getByRole("button", { name: "Invite people" }).click();
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    const seen = await page.evaluate(() => globalThis.motions);
    await pages.signOut(page, "Administrator");
    return seen;
  }

  await t.test("where somebody asks for rest, nothing moves", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    assert.deepEqual(await motions(), []);
  });

  await t.test("where nobody does, something would", async () => {
    await page.emulateMedia({ reducedMotion: "no-preference" });
    assert.notDeepEqual(await motions(), []);
  });
});

/** Whether a box is ticked, or a switch on, is seen: its parts differ enough from one another (WCAG 1.4.11). */
async function assertTold(control) {
  const pictures = [];
  for (const checked of [false, true]) {
    await control.setChecked(checked, { force: true });
    await control.page().mouse.move(0, 0);
    await control.blur();
    pictures.push(await sharp(await control.locator("xpath=..").screenshot()).greyscale().stats());
  }
  const [off, on] = pictures.map(({ channels: [{ min, max, mean }] }) => ({ range: max - min, mean }));
  assert.ok(off.range > 100 && on.range > 100, "its parts are told from the ground");
  assert.ok(Math.abs(off.mean - on.mean) > 2, "what is on is told from what is off");
}

/** A ring of two pixels or more, which is not of the colour of the ground. */
async function assertFocusIsSeen(element) {
  await element.focus();
  await element.page().keyboard.press("Shift+Tab");
  await element.page().keyboard.press("Tab");
  await pages.assertFocused(element);
  const { style, width } = await element.evaluate((focused) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return { style: outlineStyle, width: Number.parseFloat(outlineWidth) };
  });
  assert.notEqual(style, "none");
  assert.ok(width >= 2, `${width} pixels`);
}

/** How much the borders of controls stand out from what is inside and around them (WCAG 1.4.11), in the page. */
function edgeContrasts(controls) {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = channels(colour).map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const isSeen = (colour) => channels(colour)[3] !== 0;
  const ground = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return isSeen(colour) || !element.parentElement ? colour : ground(element.parentElement);
  };
  return controls.flatMap((control) => {
    const edge = luminance(getComputedStyle(control).borderTopColor);
    return [ground(control), ground(control.parentElement)].map((colour) => {
      const [darker, lighter] = [edge, luminance(colour)].sort((a, b) => a - b);
      return (lighter + 0.05) / (darker + 0.05);
    });
  });
}

/** How much rows that fade in and out stand out from the page where they are faintest, in the page. */
function faintestContrasts(rows) {
  const channels = (colour) => colour.match(/[\d.]+/g).slice(0, 3).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = channels(getComputedStyle(document.documentElement).backgroundColor);
  return rows.map((row) => {
    const steps = row.getAnimations().flatMap(({ effect }) => effect.getKeyframes());
    const faintest = Math.min(...steps.map(({ opacity }) => Number(opacity)));
    const own = channels(getComputedStyle(row).backgroundColor);
    const seen = own.map((value, at) => faintest * value + (1 - faintest) * ground[at]);
    const [darker, lighter] = [luminance(seen), luminance(ground)].sort((a, b) => a - b);
    return (lighter + 0.05) / (darker + 0.05);
  });
}

/** How much words stand out from what is behind them, in the page (WCAG 1.4.3). */
function textContrasts(elements) {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = (colour) => {
    const [red, green, blue] = colour.map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = (element) => {
    const colour = channels(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 && element.parentElement ? ground(element.parentElement) : colour;
  };
  return elements.map((element) => {
    const { color, opacity } = getComputedStyle(element);
    const behind = ground(element);
    const seen = channels(color).map((value, at) => opacity * value + (1 - opacity) * behind[at]);
    const [darker, lighter] = [luminance(seen), luminance(behind)].sort((a, b) => a - b);
    return { words: element.textContent || element.value, ratio: (lighter + 0.05) / (darker + 0.05) };
  });
}
