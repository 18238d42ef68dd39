// How pages are read: by the ear, from top to bottom, and by the Tab key, from control to control.
import assert from "node:assert/strict";

/** What a screen reader says of this part of a page, a line for each thing; what is empty says nothing. */
export async function readingOf(part) {
  const lines = (await part.ariaSnapshot()).split("\n").map(said);
  return lines.filter((line) => !/^(\/url|option|(status|alert|main|paragraph|list|listitem|rowgroup|img)$)/.test(line));
}

/** Of that, the headings, and what can be done. */
export async function outlineOf(part) {
  return (await readingOf(part)).filter((line) =>
    /^(heading|region|search|link|button|textbox|searchbox|combobox|checkbox|switch|table|columnheader)\b/.test(line),
  );
}

/** The names of what Tab comes to, in its order, from here on until it leaves the page. */
export async function tabOrder(page, { most = 60 } = {}) {
  const order = [];
  while (order.length < most) {
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    if ((await focused.count()) === 0 || (await focused.evaluate((element) => element === document.body))) return order;
    const [first] = (await focused.ariaSnapshot()).split("\n");
    order.push(said(first));
  }
  return order;
}

/** Without the marks of the notation, what a field holds, and the time that is left. */
function said(line) {
  const plain = line.trim().replace(/^- /, "").replace(/^'(.*)'$/, "$1").replace(/:$/, "");
  return plain.replace(/^((?:button|link|textbox) "[^"]*"): .*/, "$1").replace(/\d+:\d\d/, "0:00");
}

/** What is to be seen is seen whole, without scrolling sideways. */
export async function assertReflows(page, name) {
  const before = page.viewportSize();
  // 1280 by 720 at 200 %, and 1280 at 400 % (WCAG 1.4.4, 1.4.10).
  for (const size of [{ width: 640, height: 360 }, { width: 320, height: 640 }]) {
    await page.setViewportSize(size);
    assert.deepEqual(await page.evaluate(cutOff), [], `${name}, ${size.width} pixels wide`);
  }
  await page.setViewportSize(before);
}

/** Runs in the page: the texts that lie beyond the window, or beyond a box that clips them. */
function cutOff() {
  const found = [];
  const { scrollWidth } = document.documentElement;
  if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} pixels wide`);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (!data.trim() || !parentElement.checkVisibility({ visibilityProperty: true })) continue;
    const boxes = [];
    for (let box = parentElement; box !== document.body; box = box.parentElement) boxes.push(box);
    // For the ear alone.
    if (boxes.some((box) => getComputedStyle(box).clipPath !== "none")) continue;
    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const { left, right, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const edges = boxes
      // What ends in an ellipsis says that there is more.
      .filter((box) => getComputedStyle(box).overflowX !== "visible" && getComputedStyle(box).textOverflow !== "ellipsis")
      .map((box) => box.getBoundingClientRect());
    const start = Math.max(0, ...edges.map((edge) => edge.left));
    const end = Math.min(innerWidth, ...edges.map((edge) => edge.right));
    if (left < start - 1 || right > end + 1) found.push(`“${data.trim().slice(0, 40)}” is cut off`);
  }
  return found;
}

/** A dialog takes the focus to this field, keeps it, and gives it back to what opened it. */
export async function assertHoldsFocus(page, { opener, title, field }) {
  await opener.press("Enter");
  const dialog = page.getByRole("dialog", { name: title, exact: true });
  await dialog.waitFor();
  await page.waitForFunction(() => document.activeElement?.closest("dialog"));
  assert.equal(await dialog.locator(":focus").and(field(dialog)).count(), 1, `${title}: where the focus goes`);
  // Beyond its last control comes the browser's own, and its first again.
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    const within = await page.evaluate(
      () => document.activeElement === document.body || document.activeElement.closest("dialog") !== null,
    );
    assert.ok(within, `${title}: the focus stays`);
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  assert.equal(await opener.and(page.locator(":focus")).count(), 1, `${title}: the focus comes back`);
}
