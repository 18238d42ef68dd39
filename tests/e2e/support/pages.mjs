// The pages as a person finds their way on them: by what is written there.
import assert from "node:assert/strict";
import { Phone } from "./phone.mjs";

export async function typePassword(page, { email, password }, path = "/") {
  await page.goto(path);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Without a mouse, from the field that has the focus when the page opens. */
export async function typePasswordByKeyboard(page, { email, password }) {
  await page.goto("/");
  await heading(page, "Sign in");
  await page.keyboard.type(email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
}

/** Where a code of an app goes, which is drawn as boxes. */
export const codeField = (scope) => scope.getByRole("textbox", { name: "Authentication code" });

/** The boxes take a code as a whole, and send it off by themselves. */
export async function typeCode(scope, code) {
  await scope.getByRole("textbox", { name: /^(Authentication code|Code from the mail)$/ }).click();
  await scope.page?.().keyboard.type(code) ?? scope.keyboard.type(code);
}

export async function signIn(page, person) {
  await typePassword(page, person);
  await heading(page, "My security");
}

export async function signInWithCode(page, person, code) {
  await typePassword(page, person);
  await typeCode(page, code);
  await heading(page, "My security");
}

export async function signOut(page, name, arrivesAt = "Sign in") {
  await page.getByRole("button", { name }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await heading(page, arrivesAt);
}

/** Goes to a page that the header leads to, be it in the row of links or behind "More". */
export async function visit(page, name) {
  const { links, more } = await header(page);
  const link = links.and(page.getByRole("link", { name, exact: true }));
  if ((await link.count()) === 0) await more.click();
  await link.click();
}

/** The names of all pages that the header leads to. */
export async function pagesInHeader(page) {
  const { links, more } = await header(page);
  if ((await more.count()) > 0) await more.click();
  return links.allInnerTexts();
}

async function header(page) {
  const navigation = page.getByRole("navigation", { name: "Main" });
  const links = navigation.getByRole("link");
  await links.first().waitFor();
  return { links, more: navigation.getByRole("button", { name: "More" }) };
}

/** The other way of adding somebody: with a password, in place of an invitation. */
export async function openAccountCreation(page) {
  await page.getByRole("button", { name: "Invite people" }).click();
  await page.getByRole("button", { name: "Create one account with a password instead" }).click();
  return page.getByRole("dialog", { name: "Create an account" });
}

/** Waits until the person has arrived at the page or the dialog of that title. */
export async function heading(page, name) {
  await page.getByRole("heading", { name, exact: true }).waitFor();
}

/** In the guided set-up, where passkeys are taken as well. */
export async function chooseApp(page) {
  await heading(page, "Choose your second factor");
  await page.getByRole("button", { name: /^Authenticator app/ }).click();
  await heading(page, "Get an authenticator app");
}

/** From the first step of the guided set-up to the one that shows the key and asks for a code; answers the phone that has scanned. */
export async function scanIntoPhone(page) {
  await page.getByRole("button", { name: "I have an app" }).click();
  return scanShownCode(page);
}

export async function scanShownCode(page) {
  await heading(page, "Connect your app");
  return Phone.scan(page.getByRole("img", { name: "QR code for your authenticator app" }));
}

/** The codes on the sheet, in their order. */
export async function shownRecoveryCodes(page) {
  await heading(page, "Save your recovery codes");
  return page.getByRole("region", { name: "Recovery codes" }).getByRole("listitem").allInnerTexts();
}

export async function saveRecoveryCodes(page) {
  await page.getByRole("checkbox", { name: "I have saved these codes" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
}

/** What a phone of 360 pixels shows has to fit on it. */
export async function assertFitsPhone(page, name) {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 740 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What is drawn another way on a phone comes a moment after it is one.
  const deadline = Date.now() + 5000;
  while ((await overflow()) > 0 && Date.now() < deadline) await page.evaluate(() => new Promise(requestAnimationFrame));
  const left = await overflow();
  assert.ok(left <= 0, `${name} is ${left} pixels too wide for a phone`);
  await page.setViewportSize(before);
}

/** In sight on a phone of 360 by 640 pixels, which is a small one. */
export async function assertInSightOnPhone(element) {
  const page = element.page();
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 640 });
  await assertInSight(element);
  await page.setViewportSize(before);
}

/** In the window as it is, without scrolling. */
export async function assertInSight(element) {
  const { top, bottom } = await element.evaluate((it) => it.getBoundingClientRect());
  const { height } = element.page().viewportSize();
  assert.ok(top >= 0 && bottom <= height, `from ${top} to ${bottom}, in a window of ${height} pixels`);
}

/** Saves the policy, past the review of what changes. */
export async function savePolicy(page) {
  await page.getByRole("button", { name: "Save policy" }).click();
  const dialog = page.getByRole("dialog", { name: "Save these changes?" });
  await dialog.getByRole("button", { name: /^Save/ }).click();
}

/** Where a keyboard or a screen reader goes on from. */
export async function assertFocused(element) {
  await element.and(element.page().locator(":focus")).waitFor();
}
